package io.countersign.execution.worker;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.FrozenArguments;
import io.countersign.approvals.Status;
import io.countersign.execution.CalledTool;
import io.countersign.execution.RunStatus;
import io.countersign.execution.killswitch.KillSwitchMatcher;
import io.countersign.execution.killswitch.KillSwitchTable;
import io.countersign.execution.run.QueuedRun;
import io.countersign.execution.run.RunCompletion;
import io.countersign.execution.run.RunEvents;
import io.countersign.execution.run.RunTable;
import io.countersign.execution.run.RunTransitions;
import io.countersign.kernel.CanonicalJson;
import io.countersign.sandbox.Lease;
import io.countersign.sandbox.Tenant;
import io.countersign.workflows.ScriptSandbox;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.WorkflowSnapshot;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One run from queued to its end: compare with what was agreed, claim, run outside any transaction, record once. */
@ApplicationScoped
public class RunProcessor {
    /** How long a claimed run belongs to a node that has not been heard of. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** How long a run waits for a worker before its thread turns to another one. */
    private static final Duration WORKER_WAIT = Duration.ofSeconds(5);

    private static final Duration HELD = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(RunProcessor.class.getName());

    private final Workflows workflows;
    private final Approvals approvals;
    private final KillSwitchTable killSwitches;
    private final RunTable runs;
    private final RunTransitions ledger;
    private final NodeIncarnation node;
    private final RunStrategies runners;
    private final ToolCallProcessor toolCalls;
    private final OutcomeRecorder outcomes;
    private final RunEvents events;
    private final Clock clock;
    private final ScriptSandbox sandbox;

    private final LongAdder withoutWorker = new LongAdder();

    @Inject
    RunProcessor(
            Workflows workflows,
            Approvals approvals,
            KillSwitchTable killSwitches,
            RunTable runs,
            RunTransitions ledger,
            NodeIncarnation node,
            RunStrategies runners,
            ToolCallProcessor toolCalls,
            OutcomeRecorder outcomes,
            RunEvents events,
            Clock clock,
            ScriptSandbox sandbox) {
        this.workflows = workflows;
        this.approvals = approvals;
        this.killSwitches = killSwitches;
        this.runs = runs;
        this.ledger = ledger;
        this.node = node;
        this.runners = runners;
        this.toolCalls = toolCalls;
        this.outcomes = outcomes;
        this.events = events;
        this.clock = clock;
        this.sandbox = sandbox;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RunProcessor() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Waits until the sandbox has a worker: until then the run stays queued, where a crash, a cancellation or another node
     * finds it. Without one in time it is left as it is, and the sweep of whichever node takes it up again.
     */
    void run(ActiveRun active) throws InterruptedException {
        CalledTool tool = active.job().tool();
        if (tool != null) {
            toolCalls.run(active, tool);
            return;
        }
        Workflow workflow = published(active).workflow();
        if (workflow.endpoint() != null) {
            proceed(active, null);
            return;
        }
        String code = String.valueOf(workflow.code());
        try (Lease lease = sandbox.sandbox()
                .lease(tenant(active.job(), workflow), code, WORKER_WAIT)
                .orElse(null)) {
            if (lease == null) {
                withoutWorker.increment();
                LOG.log(
                        System.Logger.Level.DEBUG,
                        "Run {0} stays queued: no sandbox worker came free",
                        active.job().uuid());
                return;
            }
            proceed(active, lease);
        }
    }

    /** How often a run was left queued since the start of this node, because no worker came free in time. */
    public long leftQueued() {
        return withoutWorker.sum();
    }

    /** For whom a run's worker is: what is dangerous enough to need people who had no part in it gets a process of its own. */
    private static Tenant tenant(QueuedRun job, Workflow workflow) {
        return Tenant.run(job.organizationId(), workflow.riskLevel().needsOwnProcess());
    }

    private WorkflowSnapshot published(ActiveRun active) {
        return workflows.published(active.job().workflow());
    }

    private void proceed(ActiveRun active, @Nullable Lease lease) {
        QueuedRun job = active.job();
        WorkflowSnapshot published = published(active);
        active.uses(KillSwitchMatcher.integrationsIn(published.workflow().code()));
        if (KillSwitchMatcher.stopping(killSwitches.engaged(), active.subject()).isPresent()) {
            runs.hold(job.uuid(), now().plus(HELD));
            return;
        }
        if (active.token().cancelled()) {
            // stopped while it waited for room, perhaps by a switch that is released by now: the row says what holds
            runs.hold(job.uuid(), now());
            return;
        }
        RunCompletion refused = notAsAgreed(job, published);
        if (refused != null) {
            ledger.finishQueued(job, refused);
            return;
        }
        if (lease != null && !lease.tenant().equals(tenant(job, published.workflow()))) {
            // while it waited the workflow became one that needs another worker
            runs.hold(job.uuid(), now());
            return;
        }
        Instant started = now();
        try {
            if (!ledger.start(job, published.workflow().revision(), node.life(), started, started.plus(LEASE))) {
                return;
            }
        } catch (RunTransitions.ChangedMeanwhile changed) {
            proceed(active, lease);
            return;
        }
        events.running(job.uuid());
        outcomes.record(job, outcome(active, published, lease, started));
    }

    private RunCompletion outcome(
            ActiveRun active, WorkflowSnapshot published, @Nullable Lease lease, Instant started) {
        try {
            return runners.run(active, published, lease, started);
        } catch (RuntimeException e) {
            return outcomes.mistake(active.job(), e, started);
        }
    }

    /** Why a queued run must not run: it is not, byte for byte, what people agreed to. Null when it is. */
    private @Nullable RunCompletion notAsAgreed(QueuedRun job, WorkflowSnapshot published) {
        Workflow workflow = published.workflow();
        if (!workflow.executable()) {
            return cancelled("WORKFLOW_NOT_EXECUTABLE", "The workflow was taken out of use before the run started");
        }
        boolean sameCode = workflow.codeVersion() == job.codeVersion()
                && workflow.sha256().equals(job.sha256())
                && (workflow.code() == null
                        || CanonicalJson.sha256OfText(workflow.code()).equals(job.sha256()));
        if (!sameCode || !published.bindingSha256().equals(job.bindingSha256())) {
            return cancelled("WORKFLOW_CHANGED", "The workflow was changed before the run started");
        }
        boolean sameArguments = CanonicalJson.sha256(job.arguments()).equals(job.argumentsSha256());
        return sameArguments && agreed(job)
                ? null
                : cancelled("NOT_AS_AGREED", "The arguments are not those that were agreed to");
    }

    private boolean agreed(QueuedRun job) {
        UUID approval = job.approvalRequestUuid();
        if (approval == null) {
            return true;
        }
        FrozenArguments agreed = approvals.approvedArguments(approval);
        return agreed.status() == Status.APPROVED
                && job.argumentsSha256().equals(agreed.argumentsSha256())
                && job.sha256().equals(agreed.codeSha256())
                && Optional.of(job.workflow()).equals(Optional.ofNullable(agreed.workflowId()));
    }

    private RunCompletion cancelled(String code, String message) {
        return RunCompletion.unstarted(RunStatus.CANCELLED, code, message, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
