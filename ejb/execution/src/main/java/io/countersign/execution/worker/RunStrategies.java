package io.countersign.execution.worker;

import io.countersign.execution.http.BoundSecrets;
import io.countersign.execution.http.Egress;
import io.countersign.execution.http.ServerSecrets;
import io.countersign.execution.integration.IntegrationRegistry;
import io.countersign.execution.run.CallEnvelope;
import io.countersign.execution.run.QueuedRun;
import io.countersign.execution.run.RunCompletion;
import io.countersign.execution.run.RunEvents;
import io.countersign.execution.run.RunHost;
import io.countersign.execution.run.RunJson;
import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.Lease;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.RunSpec;
import io.countersign.workflows.Endpoint;
import io.countersign.workflows.SecretBinding;
import io.countersign.workflows.SecretBindings;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.WorkflowSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs what was claimed: a script in the sandbox or a call of an endpoint, with its further attempts. */
@ApplicationScoped
public class RunStrategies {
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final Egress egress;
    private final IntegrationRegistry integrations;
    private final ServerSecrets secrets;
    private final SecretBindings bindings;
    private final RunEvents events;
    private final Clock clock;

    @Inject
    public RunStrategies(
            Egress egress,
            IntegrationRegistry integrations,
            ServerSecrets secrets,
            SecretBindings bindings,
            RunEvents events,
            Clock clock) {
        this.egress = egress;
        this.integrations = integrations;
        this.secrets = secrets;
        this.bindings = bindings;
        this.events = events;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RunStrategies() {
        this(null, null, null, null, null, null);
    }

    /** One attempt, within what is left of the time. */
    private interface Attempt {
        RunOutcome run(long millisLeft);
    }

    /** @param lease the worker of a script, null for an endpoint */
    RunCompletion run(ActiveRun active, WorkflowSnapshot published, @Nullable Lease lease, Instant started) {
        Workflow workflow = published.workflow();
        CancelToken cancel = active.token();
        UUID uuid = active.job().uuid();
        BoundSecrets granted = granted(workflow);
        RunHost host = new RunHost(
                CallEnvelope.of(published),
                granted.guarding(egress.forWorkflow(workflow.allowedHosts(), cancel)),
                integrations.live(cancel, active.job().organizationId()),
                line -> events.log(uuid, line),
                call -> events.call(uuid, call));
        Attempt attempt = attempt(active, workflow, granted.given(), lease, host);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(workflow.timeoutSeconds());
        int attempts = 1;
        RunOutcome outcome = attempt.run(millisLeft(deadline));
        while (attempts <= workflow.retryCount() && worthAnother(outcome, host) && paused(attempts, deadline, cancel)) {
            attempts++;
            host.nextAttempt();
            outcome = attempt.run(millisLeft(deadline));
        }
        Instant completed = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return ExecutionWaiter.finish(outcome, attempts, host, active, started, completed);
    }

    /** What the workflow was granted, as far as the secrets' bindings still admit it. */
    private BoundSecrets granted(Workflow workflow) {
        Map<String, SecretBinding> bound = bindings.bindings(workflow.allowedSecrets());
        Map<String, String> values = secrets.granted(workflow.allowedSecrets().stream()
                .filter(name ->
                        !bound.containsKey(name) || bound.get(name).admits(workflow.uuid(), workflow.organizationId()))
                .toList());
        return workflow.endpoint() == null
                ? BoundSecrets.forScript(values, bound)
                : BoundSecrets.forServer(values, bound);
    }

    private Attempt attempt(
            ActiveRun active, Workflow workflow, Map<String, String> granted, @Nullable Lease lease, RunHost host) {
        QueuedRun job = active.job();
        Endpoint endpoint = workflow.endpoint();
        if (endpoint != null) {
            EndpointCall call = new EndpointCall(endpoint, granted, EndpointCall.body(job), host, active.token());
            return call::run;
        }
        Lease worker = Objects.requireNonNull(lease, "a script needs a worker");
        String code = String.valueOf(workflow.code());
        return left -> worker.run(
                new RunSpec(
                        code,
                        job.uuid().toString(),
                        indicator(job.arguments()),
                        alert(job.arguments()),
                        RunJson.plain(job.arguments().get("parameters")),
                        granted,
                        integrations.configured(),
                        limits(workflow, left),
                        active.token()),
                host);
    }

    /** Only failures of the script itself, and only when nothing was sent that may have acted. */
    private static boolean worthAnother(RunOutcome outcome, RunHost host) {
        return outcome instanceof RunOutcome.Failed failed
                && (failed.code() == null || failed.code().equals("SCRIPT_EXCEPTION"))
                && !host.mayHaveActed();
    }

    /** Waits before the next attempt, twice as long each time; false when there is no time for it or it was cancelled. */
    private static boolean paused(int attempts, long deadline, CancelToken cancel) {
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempts - 1, 10));
        if (pause >= millisLeft(deadline) || cancel.cancelled()) {
            return false;
        }
        CountDownLatch cancelled = new CountDownLatch(1);
        Runnable wake = cancelled::countDown;
        cancel.onCancel(wake);
        try {
            return !cancelled.await(pause, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            cancel.forget(wake);
        }
    }

    private static long millisLeft(long deadline) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }

    /** The workflow's own limits where it has some; the wall time never beyond what is left of the time-out. */
    public static Limits limits(Workflow workflow, long millisLeft) {
        Map<String, Long> own = workflow.limits();
        Limits d = Limits.DEFAULT;
        return new Limits(
                        Math.min(millisLeft, own.getOrDefault("wall_ms", millisLeft)),
                        own.getOrDefault("steps", d.steps()),
                        own.getOrDefault("allocated_bytes", d.allocatedBytes()),
                        small(own, "depth", d.depth()),
                        small(own, "log_bytes", d.logBytes()),
                        small(own, "http_calls", d.httpCalls()),
                        small(own, "response_bytes", d.responseBytes()),
                        Math.min(small(own, "result_bytes", d.resultBytes()), RESULT_KEPT))
                .within(Limits.MAXIMUM);
    }

    /** What the result's column takes. */
    private static final int RESULT_KEPT = 900_000;

    private static int small(Map<String, Long> own, String name, int otherwise) {
        return (int) Math.min(Integer.MAX_VALUE, own.getOrDefault(name, (long) otherwise));
    }

    static IndicatorData indicator(Map<String, Object> arguments) {
        Map<String, Object> indicator = RunJson.plain(arguments.get("indicator"));
        return new IndicatorData(
                String.valueOf(indicator.get("type")),
                String.valueOf(indicator.get("value")),
                indicator.get("malice") instanceof String malice ? malice : null,
                RunJson.plain(indicator.get("enrichments")));
    }

    private static @Nullable Map<String, Object> alert(Map<String, Object> arguments) {
        return Optional.ofNullable(arguments.get("alert")).map(RunJson::plain).orElse(null);
    }
}
