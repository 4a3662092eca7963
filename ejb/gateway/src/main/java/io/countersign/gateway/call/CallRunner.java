package io.countersign.gateway.call;

import io.countersign.execution.FrozenCall;
import io.countersign.execution.Run;
import io.countersign.execution.RunStatus;
import io.countersign.execution.ToolCallRunner;
import io.countersign.gateway.ServerListing;
import io.countersign.gateway.server.Fingerprint;
import io.countersign.gateway.server.McpServerRow;
import io.countersign.gateway.server.ServerDraft;
import io.countersign.gateway.server.ServerRepository;
import io.countersign.gateway.server.ToolLists;
import io.countersign.gateway.upstream.UpstreamClient;
import io.countersign.gateway.upstream.UpstreamFailure;
import io.countersign.gateway.upstream.UpstreamSession;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.Refusal;
import io.countersign.sandbox.CancelToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes the calls: once, to the server and the tool that were asked for, with the arguments that were asked for. */
@ApplicationScoped
public class CallRunner implements ToolCallRunner {

    /** What the column of a run's result takes, with what stands around the answer there. */
    private static final int KEPT = 900_000;

    private static final Outcome STOPPED =
            new Outcome(RunStatus.CANCELLED, null, "CANCELLED", "The call was stopped", List.of());

    private final ServerRepository store;
    private final ToolLists lists;
    private final UpstreamClient client;

    @Inject
    CallRunner(ServerRepository store, ToolLists lists, UpstreamClient client) {
        this.store = store;
        this.lists = lists;
        this.client = client;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected CallRunner() {
        this(null, null, null);
    }

    @Override
    public Readiness prepare(FrozenCall call, CancelToken cancel) {
        Optional<ServerDraft> bound = bound(call);
        if (bound.isEmpty()) {
            return new Readiness.Outdated("TOOL_CHANGED", "The server or its tool was changed before the call");
        }
        if (call.approvalRequestUuid() == null) {
            return new Readiness.Ready();
        }
        ServerListing listing;
        try {
            listing = lists.ask(bound.get());
            lists.keep(call.tool().server(), bound.get(), listing);
        } catch (Refusal refused) {
            return new Readiness.Unreachable(refused.getMessage());
        }
        List<Map<String, Object>> named = listing.tools().stream()
                .filter(tool -> call.tool().ownName().equals(tool.get("name")))
                .toList();
        return named.size() == 1 && Fingerprint.of(named.get(0)).equals(call.fingerprint())
                ? new Readiness.Ready()
                : new Readiness.Outdated(
                        "TOOL_CHANGED", "The server lists another tool than the one that was agreed to");
    }

    @Override
    public boolean stillBinds(FrozenCall call) {
        return bound(call).isPresent();
    }

    /** The server's definition, if nothing is different from when the call was asked for. */
    private Optional<ServerDraft> bound(FrozenCall call) {
        McpServerRow server = store.find(call.tool().server()).orElse(null);
        if (server == null) {
            return Optional.empty();
        }
        ServerDraft draft = server.draft();
        boolean same = draft.isActive()
                && draft.sha256().equals(call.bindingSha256())
                && server.name.equals(call.tool().serverName())
                && store.tool(server.uuid, call.tool().ownName())
                        .filter(tool -> tool.isCallable(draft) && tool.fingerprint.equals(call.fingerprint()))
                        .isPresent();
        return same ? Optional.of(draft) : Optional.empty();
    }

    @Override
    public Outcome call(FrozenCall call, CancelToken cancel) {
        ServerDraft draft = bound(call).orElse(null);
        if (draft == null) {
            return new Outcome(
                    RunStatus.CANCELLED, null, "TOOL_CHANGED", "The server or its tool was changed", List.of());
        }
        long started = System.nanoTime();
        try (UpstreamSession session = client.open(
                draft.url(),
                draft.credentials(),
                draft.organizationId(),
                Duration.ofSeconds(draft.timeoutSeconds()),
                cancel)) {
            Map<String, Object> result = session.call(call.tool().ownName(), call.arguments(), draft.resultBytes());
            return answered(call, result, line(draft, started, null));
        } catch (UpstreamFailure failure) {
            return failed(failure, draft, line(draft, started, failure.getMessage()));
        } catch (InterruptedException stopped) {
            if (cancel.cancelled()) {
                return STOPPED;
            }
            Thread.currentThread().interrupt();
            return new Outcome(
                    RunStatus.INTERRUPTED,
                    null,
                    "INTERRUPTED",
                    "The server stopped while the call was made",
                    List.of());
        }
    }

    private static Run.CallLine line(ServerDraft draft, long started, @Nullable String error) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        return new Run.CallLine("POST", draft.url(), error == null ? Integer.valueOf(200) : null, millis, error);
    }

    private static Outcome answered(FrozenCall call, Map<String, Object> result, Run.CallLine line) {
        if (!(result.get("content") instanceof List<?>)) {
            return new Outcome(
                    RunStatus.FAILED, null, "UPSTREAM_FAILED", "The server's result has no content", List.of(line));
        }
        if (CanonicalJson.of(result).length() > KEPT) {
            return new Outcome(
                    RunStatus.FAILED,
                    null,
                    "LIMIT_RESULT",
                    "The result has more than " + KEPT + " characters, which is what can be kept",
                    List.of(line));
        }
        return Boolean.TRUE.equals(result.get("isError"))
                ? new Outcome(
                        RunStatus.FAILED,
                        result,
                        "TOOL_ERROR",
                        call.tool().name() + " answered with an error",
                        List.of(line))
                : new Outcome(RunStatus.SUCCESS, result, null, call.tool().name() + " answered", List.of(line));
    }

    private static Outcome failed(UpstreamFailure failure, ServerDraft draft, Run.CallLine line) {
        return switch (failure.kind()) {
            case NOT_SENT, ANSWERED ->
                new Outcome(RunStatus.FAILED, null, "UPSTREAM_FAILED", failure.getMessage(), List.of(line));
            case TOO_LARGE -> new Outcome(RunStatus.FAILED, null, "LIMIT_RESULT", failure.getMessage(), List.of(line));
            case TIMED_OUT ->
                new Outcome(
                        RunStatus.TIMED_OUT,
                        null,
                        "TIMED_OUT",
                        "No answer within " + draft.timeoutSeconds() + " s; the tool may have acted",
                        List.of(line));
            case LOST ->
                new Outcome(
                        RunStatus.INTERRUPTED,
                        null,
                        "INTERRUPTED",
                        "The connection was lost after the call was sent; it may have acted, so it is not made again",
                        List.of(line));
        };
    }
}
