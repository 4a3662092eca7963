package io.countersign.gateway.call;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalSettings;
import io.countersign.approvals.Approvals;
import io.countersign.approvals.Reach;
import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.SubmissionResult;
import io.countersign.execution.CalledTool;
import io.countersign.execution.FrozenCall;
import io.countersign.execution.ToolCallArguments;
import io.countersign.execution.ToolCallRuns;
import io.countersign.gateway.CallMode;
import io.countersign.gateway.ToolCallAnswer;
import io.countersign.gateway.ToolCallWish;
import io.countersign.gateway.server.McpServerRow;
import io.countersign.gateway.server.McpToolRow;
import io.countersign.gateway.server.ServerDraft;
import io.countersign.gateway.server.ServerRepository;
import io.countersign.gateway.server.ToolTerms;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.Characters;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gate before a tool: in one transaction, either a run is queued or people are asked; never both. */
@ApplicationScoped
public class AskingForCall {

    /** The longest text of arguments: it has to fit into its column when it is written as JSON once more. */
    private static final int MAX_ARGUMENTS = 500_000;

    private final ServerRepository store;
    private final CallRepository calls;
    private final Approvals approvals;
    private final ApprovedCalls approved;
    private final ToolCallRuns runs;
    private final ApprovalSettings settings;
    private final Clock clock;

    @Inject
    AskingForCall(
            ServerRepository store,
            CallRepository calls,
            Approvals approvals,
            ApprovedCalls approved,
            ToolCallRuns runs,
            ApprovalSettings settings,
            Clock clock) {
        this.store = store;
        this.calls = calls;
        this.approvals = approvals;
        this.approved = approved;
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected AskingForCall() {
        this(null, null, null, null, null, null, null);
    }

    /** What a call is about, all of it read in one transaction. */
    private record Subject(
            McpServerRow server, ServerDraft draft, McpToolRow row, CalledTool tool, ToolCallWish wish, Actor by) {

        String asker() {
            UUID key = by.keyId();
            return key == null ? "user:" + by.person() : "key:" + key;
        }

        /** What is called with what. */
        String callSha256() {
            return CanonicalJson.sha256(java.util.List.of(
                    tool.server().toString(), tool.name(), row.fingerprint, CanonicalJson.sha256(wish.arguments())));
        }

        /** What makes two calls the same one. */
        String sameKey() {
            String key = wish.idempotencyKey();
            return key == null
                    ? CanonicalJson.sha256(java.util.List.of("call", asker(), callSha256()))
                    : CanonicalJson.sha256(
                            java.util.List.of("named", asker(), tool.server().toString(), key));
        }
    }

    /**
     * Queues the call, asks people, or joins the same call that is there already.
     *
     * @throws Refusal NOT_FOUND for a tool that nobody has accepted as it is
     */
    @Transactional(TxType.REQUIRES_NEW)
    public ToolCallAnswer ask(UUID server, ToolCallWish wish, Actor by) {
        Subject subject = subject(server, wish, by);
        if (wish.sent().length() > MAX_ARGUMENTS) {
            throw Refusal.invalid("arguments", "must have at most " + MAX_ARGUMENTS + " characters");
        }
        Optional<ToolCallAnswer> same = same(subject);
        if (same.isPresent()) {
            return same.get();
        }
        runs.refuseWhileStopped(subject.tool, by, subject.draft.organizationId());
        ApprovalRequestSpec ask = request(subject);
        boolean gated = subject.row.mode(subject.draft) == CallMode.ALWAYS || approvals.isRequiredByPolicy(ask);
        return gated ? asked(subject, ask) : queued(subject);
    }

    private Subject subject(UUID uuid, ToolCallWish wish, Actor by) {
        McpServerRow server = store.find(uuid).orElseThrow(() -> Refusal.notFound("tool", wish.tool()));
        ServerDraft draft = server.draft();
        McpToolRow row = store.tool(uuid, wish.tool())
                .filter(tool -> draft.isActive() && tool.isCallable(draft))
                .orElseThrow(() -> Refusal.notFound("tool", wish.tool()));
        CalledTool tool = new CalledTool(uuid, McpToolRow.fullName(server.name, row.name));
        return new Subject(server, draft, row, tool, wish, by);
    }

    /** The same call, while it is pending; for good where its caller gave it a key. */
    private Optional<ToolCallAnswer> same(Subject subject) {
        CallRow there = calls.bySameKey(subject.sameKey()).orElse(null);
        if (there == null) {
            return Optional.empty();
        }
        if (there.named && !there.callSha256.equals(subject.callSha256())) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This idempotency key was used for another call",
                    Map.of("reason", "idempotency_key"));
        }
        UUID request = there.requestUuid;
        if (request == null) {
            return Optional.of(new ToolCallAnswer.Started(Objects.requireNonNull(there.runUuid)));
        }
        if (!there.named && approvals.show(request).status().terminal()) {
            // its time is over, and no timer has said so yet
            there.end();
            calls.flush();
            return Optional.empty();
        }
        return Optional.of(new ToolCallAnswer.Pending(request));
    }

    private ToolCallAnswer queued(Subject subject) {
        Map<String, Object> context = runs.context(
                subject.by, subject.wish.reason(), subject.wish.confidence(), subject.draft.organizationId());
        UUID run = runs.queue(
                new FrozenCall(
                        subject.tool, subject.row.fingerprint, subject.draft.sha256(), subject.wish.sent(), null, null),
                context);
        if (subject.wish.idempotencyKey() != null) {
            CallRow row = row(subject);
            row.runUuid = run;
            calls.add(row);
        }
        return new ToolCallAnswer.Started(run);
    }

    private ToolCallAnswer asked(Subject subject, ApprovalRequestSpec ask) {
        SubmissionResult asked = approvals.ask(ask);
        CallRow row = row(subject);
        row.requestUuid = asked.id();
        row.pending = asked instanceof SubmissionResult.Pending;
        if (!row.pending) {
            row.end();
        }
        calls.add(row);
        if (!row.pending) {
            // a policy agreed, and its observer could not know the call yet
            return new ToolCallAnswer.Started(approved.queue(row, asked.id()));
        }
        // last of all, because a change cannot cancel what it does not see yet
        String before = subject.draft.sha256();
        store.lock(subject.server);
        store.refresh(subject.row);
        boolean same = subject.server.draft().sha256().equals(before)
                && subject.row.fingerprint.equals(row.fingerprint)
                && subject.row.isCallable(subject.draft);
        if (!same) {
            approvals.cancelOutdated(asked.id(), "The server or its tool was changed while it was asked for");
        }
        return new ToolCallAnswer.Pending(asked.id());
    }

    private CallRow row(Subject subject) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CallRow row = new CallRow(subject.server.uuid, subject.row.name, now);
        row.fingerprint = subject.row.fingerprint;
        row.bindingSha256 = subject.draft.sha256();
        row.asker = subject.asker();
        row.sameKey = subject.sameKey();
        row.callSha256 = subject.callSha256();
        row.arguments = subject.wish.sent();
        row.named = subject.wish.idempotencyKey() != null;
        return row;
    }

    private ApprovalRequestSpec request(Subject subject) {
        ServerDraft draft = subject.draft;
        ToolTerms terms = draft.terms(subject.row.name);
        String reason = subject.wish.reason();
        return ApprovalRequestSpec.tool(subject.tool.name(), subject.by)
                .action(null, "Call the tool " + subject.row.name + " of the MCP server " + subject.server.name)
                .arguments(ToolCallArguments.of(
                        subject.tool, subject.row.fingerprint, subject.wish.arguments(), subject.wish.sent()))
                .reason(
                        reason == null || reason.isBlank()
                                ? "None was given with the call"
                                : Characters.first(reason, RuleLimits.MAX_TEXT))
                .confidence(subject.wish.confidence())
                .riskLevel(subject.row.risk(draft, settings.unknownToolRisk()))
                .rule(terms.rule())
                .declared()
                .timeoutSeconds(terms.timeoutSeconds())
                .channel(terms.channel())
                .organizationId(draft.organizationId())
                .editors(subject.server.editors())
                .terms(CallTerms.of(draft, subject.row.fingerprint, subject.row.definition()))
                .reach(new Reach(draft.credentials().names(), hosts(draft.url()), Set.of(), Set.of(), Set.of()))
                .triggerContext(runs.context(subject.by, reason, subject.wish.confidence(), draft.organizationId()))
                .build();
    }

    private static Set<String> hosts(String url) {
        @Nullable String host = URI.create(url).getHost();
        return host == null ? Set.of("*") : Set.of(host.toLowerCase(Locale.ROOT));
    }

    /** @throws Refusal NOT_FOUND unless this caller has asked for a call of that server by that request */
    @Transactional(TxType.SUPPORTS)
    public void requireAsker(UUID server, UUID request, Actor by) {
        UUID key = by.keyId();
        String asker = key == null ? "user:" + by.person() : "key:" + key;
        boolean own = calls.byRequest(request)
                .filter(row -> row.asker.equals(asker) && row.serverUuid.equals(server))
                .isPresent();
        if (!own) {
            throw Refusal.notFound("approval request", request);
        }
    }
}
