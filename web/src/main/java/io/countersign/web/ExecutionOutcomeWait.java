package io.countersign.web;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.execution.Run;
import io.countersign.execution.Runs;
import io.countersign.kernel.TextForms;
import io.countersign.security.Actor;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Waits, without a thread, until a request is decided and its run has ended. No wait is longer than {@link #LONGEST}: a proxy
 * or a client that gives up after a minute has its answer by then.
 */
@ApplicationScoped
public class ExecutionOutcomeWait {

    /** After so long, whoever waits is answered with how things stand. */
    public static final Duration LONGEST = Duration.ofSeconds(50);

    private static final System.Logger LOG = System.getLogger(ExecutionOutcomeWait.class.getName());

    @Inject
    Approvals approvals;

    @Inject
    Runs runs;

    @Inject
    WaitCount waits;

    @Resource
    ManagedExecutorService threads;

    /**
     * Answers an accepted execution once it is final or time is over.
     *
     * @param accepted the 202, whose Location says what to wait for
     * @param last what to do with the last word before it is sent
     */
    public void await(
            Response accepted, Duration timeout, Actor by, UnaryOperator<Response> last, AsyncResponse answer) {
        long deadline = System.nanoTime() + capped(timeout).toNanos();
        String location = String.valueOf(accepted.getHeaderString("Location"));
        UUID id = TextForms.uuid(location.substring(location.lastIndexOf('/') + 1));
        CompletableFuture<Response> end;
        if (id == null) {
            end = CompletableFuture.completedFuture(accepted);
        } else if (location.contains("/workflow-runs/")) {
            end = run(id, timeout, by).thenApply(run -> executed(run, accepted));
        } else {
            end = decided(id, timeout, by)
                    .thenCompose(request -> request.runUuid() == null
                            ? CompletableFuture.completedFuture(withoutRun(request, accepted))
                            : run(request.runUuid(), left(deadline), by).thenApply(run -> executed(run, accepted)));
        }
        resume(end.thenApply(last), answer);
    }

    /** A request, once it is decided or time is over. */
    public CompletableFuture<RequestView> decided(UUID id, Duration timeout, Actor viewer) {
        RequestView now = approvals.get(id, viewer);
        if (now.status().terminal() || timeout.isZero()) {
            return CompletableFuture.completedFuture(now);
        }
        return waits.during(viewer, () -> undecided(now, timeout, viewer));
    }

    private CompletableFuture<RequestView> undecided(RequestView now, Duration timeout, Actor viewer) {
        UUID id = now.uuid();
        CompletableFuture<Boolean> woken = new CompletableFuture<>();
        AutoCloseable subscription = approvals.whenDecided(id, viewer, () -> woken.complete(true));
        if (approvals.get(id, viewer).status().terminal()) {
            woken.complete(true);
        }
        // a request may also end by its own clock, without anybody's doing
        long untilExpiry =
                Duration.between(java.time.Instant.now(), now.expiresAt()).toMillis() + 1;
        long millis = Math.max(1, Math.min(capped(timeout).toMillis(), untilExpiry));
        CompletableFuture<RequestView> end = woken.completeOnTimeout(false, millis, TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> close(subscription))
                .thenApplyAsync(done -> approvals.get(id, viewer), threads);
        // whoever stops waiting is waited for no longer
        end.whenComplete((view, failure) -> woken.complete(false));
        return end;
    }

    /** A run, once it has ended or time is over. */
    public CompletableFuture<Run> run(UUID id, Duration timeout, Actor viewer) {
        return waits.during(viewer, () -> runs.finished(id, capped(timeout), viewer));
    }

    /** Sends what a future brings, or the error that it ends in. */
    public void resume(CompletableFuture<Response> end, AsyncResponse answer) {
        if (end.isDone() && !end.isCompletedExceptionally()) {
            answer.resume(end.join());
            return;
        }
        end.whenCompleteAsync(
                (response, failure) -> {
                    if (failure == null) {
                        answer.resume(response);
                    } else {
                        answer.resume(ThrowableMapper.problem(failure).response());
                    }
                },
                threads);
    }

    /** A run as an answer. */
    public static Response runAnswer(Run run) {
        return Etag.ok(run, run.status().wire() + "-" + run.attemptCount());
    }

    private static Duration capped(Duration timeout) {
        return timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
    }

    /** A run that has ended is told whole; before that, it has been accepted and goes on. */
    private static Response executed(Run run, Response accepted) {
        if (run.status().terminal()) {
            return runAnswer(run);
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>(said(accepted));
        data.put("run_uuid", run.uuid());
        data.put("status", run.status());
        return Response.accepted(Answer.one(data))
                .header("Location", Api.ROOT + "/workflow-runs/" + run.uuid())
                .build();
    }

    private static Map<String, Object> said(Response accepted) {
        Map<String, Object> said = new LinkedHashMap<>();
        if (accepted.getEntity() instanceof Answer answer && answer.data() instanceof Map<?, ?> data) {
            data.forEach((name, value) -> said.put(String.valueOf(name), value));
        }
        return said;
    }

    private static Response withoutRun(RequestView request, Response accepted) {
        if (!request.status().terminal()) {
            return accepted;
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("status", request.status());
        data.put("approval_request_uuid", request.uuid());
        data.put("request_id", request.requestNumber());
        data.put("expires_at", request.expiresAt());
        data.put("resolution_reason", request.resolutionReason());
        data.put("run_uuid", null);
        // an approval that a kill switch keeps back is not the end
        return Response.status(request.status() == Status.APPROVED ? 202 : 200)
                .entity(Answer.one(data))
                .build();
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    private static void close(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "cannot forget a waiter", e);
        }
    }
}
