package io.countersign.execution;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.FrozenArguments;
import io.countersign.approvals.Status;
import io.countersign.audit.CanonicalJson;
import io.countersign.sandbox.PoolStatus;
import io.countersign.workflows.Published;
import io.countersign.workflows.ScriptSandbox;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.Workflows;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One run from queued to its end: compare with what was agreed, claim, run outside any transaction, record once. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class Running {
    /** How long a claimed run belongs to a node that has not been heard of. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration WRITE_AGAIN = Duration.ofSeconds(2);
    /** Runs at once where no worker limits them. */
    private static final int IN_PROCESS = 16;

    private static final Duration HELD = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(Running.class.getName());

    @Inject
    private Workflows workflows;

    @Inject
    private Approvals approvals;

    @Inject
    private KillSwitchTable killSwitches;

    @Inject
    private RunTable runs;

    @Inject
    private Ledger ledger;

    @Inject
    private NodeLife node;

    @Inject
    private Runners runners;

    @Inject
    private RunEvents events;

    @Inject
    private Clock clock;

    @Inject
    private ScriptSandbox sandbox;

    private Semaphore room;

    @PostConstruct
    void open() {
        PoolStatus pool = sandbox.sandbox().status();
        room = new Semaphore(pool.isolation().equals("worker") ? Math.max(1, pool.size()) : IN_PROCESS);
    }

    /** Waits until the sandbox has room: until then the run stays queued, where a crash or another node finds it. */
    void run(ActiveRun active) throws InterruptedException {
        if (published(active).workflow().endpoint() != null) {
            proceed(active);
            return;
        }
        room.acquire();
        try {
            proceed(active);
        } finally {
            room.release();
        }
    }

    private Published published(ActiveRun active) {
        return workflows.published(active.job().workflowUuid());
    }

    private void proceed(ActiveRun active) {
        Job job = active.job();
        Published published = published(active);
        active.uses(StopRules.integrationsIn(published.workflow().code()));
        if (StopRules.stopping(killSwitches.engaged(), active.subject()).isPresent()) {
            runs.hold(job.uuid(), now().plus(HELD));
            return;
        }
        if (active.token().cancelled()) {
            // stopped while it waited for room, perhaps by a switch that is released by now: the row says what holds
            runs.hold(job.uuid(), now());
            return;
        }
        Finish refused = notAsAgreed(job, published);
        if (refused != null) {
            ledger.finishQueued(job, refused);
            return;
        }
        Instant started = now();
        try {
            if (!ledger.start(job, published.workflow().revision(), node.life(), started, started.plus(LEASE))) {
                return;
            }
        } catch (Ledger.ChangedMeanwhile changed) {
            proceed(active);
            return;
        }
        events.running(job.uuid());
        finish(job, outcome(active, published.workflow(), started));
    }

    private Finish outcome(ActiveRun active, Workflow workflow, Instant started) {
        try {
            return runners.run(active, workflow, started);
        } catch (RuntimeException e) {
            UUID reference = UUID.randomUUID();
            LOG.log(Level.SEVERE, "Run " + active.job().uuid() + " met an error of ours, reference " + reference, e);
            return new Finish(
                    RunStatus.FAILED,
                    1,
                    java.util.List.of(),
                    java.util.List.of(),
                    null,
                    Finish.error("INTERNAL", "The server made a mistake; reference " + reference, 0),
                    started,
                    now());
        }
    }

    private void finish(Job job, Finish finish) {
        if (!written(job, finish)) {
            LOG.warning("The lease of run " + job.uuid() + " was lost; its outcome "
                    + finish.status().wire() + " is not recorded");
        }
    }

    /** An outcome is not lost because the database is away for a while: it is tried until it is in, or the server stops. */
    private boolean written(Job job, Finish finish) {
        while (true) {
            try {
                return ledger.finish(job, finish, node.life());
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "The outcome of run " + job.uuid() + " is not written yet", e);
                try {
                    Thread.sleep(WRITE_AGAIN.toMillis());
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
    }

    /** Why a queued run must not run: it is not, byte for byte, what people agreed to. Null when it is. */
    private @Nullable Finish notAsAgreed(Job job, Published published) {
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

    private boolean agreed(Job job) {
        UUID approval = job.approvalRequestUuid();
        if (approval == null) {
            return true;
        }
        FrozenArguments agreed = approvals.approvedArguments(approval);
        return agreed.status() == Status.APPROVED
                && job.argumentsSha256().equals(agreed.argumentsSha256())
                && job.sha256().equals(agreed.codeSha256())
                && Optional.of(job.workflowUuid()).equals(Optional.ofNullable(agreed.workflowId()));
    }

    private Finish cancelled(String code, String message) {
        return Finish.unstarted(RunStatus.CANCELLED, code, message, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
