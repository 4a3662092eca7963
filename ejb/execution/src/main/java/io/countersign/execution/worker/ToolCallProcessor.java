package io.countersign.execution.worker;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.FrozenArguments;
import io.countersign.approvals.Status;
import io.countersign.execution.CalledTool;
import io.countersign.execution.FrozenCall;
import io.countersign.execution.RunStatus;
import io.countersign.execution.ToolCallArguments;
import io.countersign.execution.ToolCallRunner;
import io.countersign.execution.ToolCallRunner.Outcome;
import io.countersign.execution.ToolCallRunner.Readiness;
import io.countersign.execution.killswitch.KillSwitchMatcher;
import io.countersign.execution.killswitch.KillSwitchTable;
import io.countersign.execution.run.QueuedRun;
import io.countersign.execution.run.RunCompletion;
import io.countersign.execution.run.RunEvents;
import io.countersign.execution.run.RunTable;
import io.countersign.execution.run.RunTransitions;
import io.countersign.kernel.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes one call of a tool from queued to its end. Until the row is claimed nothing is sent, and a crash leaves it queued; from
 * then on it is sent once or not at all, and a crash leaves it {@code interrupted}.
 */
@ApplicationScoped
class ToolCallProcessor {

    private static final Duration HELD = Duration.ofSeconds(5);

    private final Instance<ToolCallRunner> runners;
    private final Approvals approvals;
    private final KillSwitchTable killSwitches;
    private final RunTable runs;
    private final RunTransitions ledger;
    private final OutcomeRecorder outcomes;
    private final NodeIncarnation node;
    private final RunEvents events;
    private final Clock clock;

    @Inject
    ToolCallProcessor(
            Instance<ToolCallRunner> runners,
            Approvals approvals,
            KillSwitchTable killSwitches,
            RunTable runs,
            RunTransitions ledger,
            OutcomeRecorder outcomes,
            NodeIncarnation node,
            RunEvents events,
            Clock clock) {
        this.runners = runners;
        this.approvals = approvals;
        this.killSwitches = killSwitches;
        this.runs = runs;
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.node = node;
        this.events = events;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ToolCallProcessor() {
        this(null, null, null, null, null, null, null, null, null);
    }

    void run(ActiveRun active, CalledTool tool) throws InterruptedException {
        QueuedRun job = active.job();
        if (isHeld(active)) {
            return;
        }
        FrozenCall call = new FrozenCall(
                tool,
                job.sha256(),
                job.bindingSha256(),
                String.valueOf(job.arguments().get(QueuedRun.SENT)),
                job.approvalRequestUuid(),
                job.organizationId());
        if (!asAgreed(job, call)) {
            cancel(job, "NOT_AS_AGREED", "The call is not the one that was agreed to");
            return;
        }
        if (!runners.isResolvable()) {
            cancel(job, "NOT_CALLABLE", "This server calls no other MCP servers");
            return;
        }
        ToolCallRunner runner = runners.get();
        Readiness readiness = runner.prepare(call, active.token());
        if (readiness instanceof Readiness.Outdated outdated) {
            cancel(job, outdated.code(), outdated.message());
            return;
        }
        // it may have taken a while to get ready
        if (isHeld(active) || !claimed(job, call, runner)) {
            return;
        }
        Instant started = now();
        events.running(job.uuid());
        outcomes.record(
                job,
                readiness instanceof Readiness.Unreachable unreachable
                        ? completion(
                                new Outcome(
                                        RunStatus.FAILED, null, "UPSTREAM_FAILED", unreachable.message(), List.of()),
                                active,
                                started)
                        : called(runner, call, active, started));
    }

    private RunCompletion called(ToolCallRunner runner, FrozenCall call, ActiveRun active, Instant started) {
        try {
            return completion(runner.call(call, active.token()), active, started);
        } catch (RuntimeException e) {
            return outcomes.mistake(active.job(), e, started);
        }
    }

    private boolean isHeld(ActiveRun active) {
        UUID uuid = active.job().uuid();
        if (KillSwitchMatcher.stopping(killSwitches.engaged(), active.subject()).isPresent()) {
            runs.hold(uuid, now().plus(HELD));
            return true;
        }
        if (active.token().cancelled()) {
            // stopped while it waited, perhaps by a switch that is released by now: the row says what holds
            runs.hold(uuid, now());
            return true;
        }
        return false;
    }

    private boolean claimed(QueuedRun job, FrozenCall call, ToolCallRunner runner) {
        Instant now = now();
        try {
            return ledger.startCall(job, () -> runner.stillBinds(call), node.life(), now, now.plus(RunProcessor.LEASE));
        } catch (RunTransitions.ChangedMeanwhile changed) {
            cancel(job, "TOOL_CHANGED", "The server or its tool was changed before the call");
            return false;
        }
    }

    private boolean asAgreed(QueuedRun job, FrozenCall call) {
        if (!CanonicalJson.sha256(job.arguments()).equals(job.argumentsSha256())) {
            return false;
        }
        UUID approval = job.approvalRequestUuid();
        if (approval == null) {
            return true;
        }
        FrozenArguments agreed = approvals.approvedArguments(approval);
        return agreed.status() == Status.APPROVED && ToolCallArguments.allow(agreed.arguments(), call);
    }

    private void cancel(QueuedRun job, String code, String message) {
        ledger.finishQueued(job, RunCompletion.unstarted(RunStatus.CANCELLED, code, message, now()));
    }

    private RunCompletion completion(Outcome outcome, ActiveRun active, Instant started) {
        boolean cancelled = outcome.status() == RunStatus.CANCELLED;
        String message = cancelled ? active.reason() : outcome.message();
        String code = outcome.code();
        return new RunCompletion(
                outcome.status(),
                1,
                List.of(),
                outcome.calls(),
                outcome.result() == null ? null : result(outcome, outcome.result()),
                code == null ? null : RunCompletion.error(code, message, 0),
                started,
                now());
    }

    private static Map<String, Object> result(Outcome outcome, @Nullable Map<String, Object> answer) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("success", outcome.status() == RunStatus.SUCCESS);
        result.put("message", outcome.message());
        result.put("data", answer);
        return result;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
