package io.countersign.execution.run;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.execution.Run;
import io.countersign.execution.RunFinished;
import io.countersign.execution.RunStatus;
import io.countersign.execution.storage.AfterCommit;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Writes a run's end, once, with its audit row; who waits hears of it after the commit. */
@ApplicationScoped
public class RunTransitions {
    private static final String SYSTEM = "system";

    private final RunTable runs;
    private final Workflows workflows;
    private final Audit audit;
    private final AfterCommit afterCommit;
    private final RunEvents events;
    private final Event<RunFinished> finished;

    @Inject
    public RunTransitions(
            RunTable runs,
            Workflows workflows,
            Audit audit,
            AfterCommit afterCommit,
            RunEvents events,
            Event<RunFinished> finished) {
        this.runs = runs;
        this.workflows = workflows;
        this.audit = audit;
        this.afterCommit = afterCommit;
        this.events = events;
        this.finished = finished;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RunTransitions() {
        this(null, null, null, null, null, null);
    }

    /**
     * Takes a queued run for this node, with its audit row; false when it is not queued any more, or when the workflow is not
     * what the caller has compared with the agreement: a change that was committed before this moment is seen here.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean start(QueuedRun job, long revision, String node, Instant now, Instant leaseUntil) {
        return started(
                job,
                () -> workflows.published(job.workflow()).workflow().revision() == revision,
                node,
                now,
                leaseUntil);
    }

    /** The same for a call of a tool. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean startCall(QueuedRun job, BooleanSupplier unchanged, String node, Instant now, Instant leaseUntil) {
        return started(job, unchanged, node, now, leaseUntil);
    }

    private boolean started(QueuedRun job, BooleanSupplier unchanged, String node, Instant now, Instant leaseUntil) {
        if (!runs.claim(job.uuid(), node, now, leaseUntil)) {
            return false;
        }
        if (!unchanged.getAsBoolean()) {
            throw new ChangedMeanwhile();
        }
        Map<String, Object> details = job.auditDetails();
        details.put("node", node);
        audit.record(new AuditEntry(SYSTEM, "run.started", "run", job.uuid(), details, job.organizationId()));
        return true;
    }

    /** The claim is rolled back: what was compared is not what is there. */
    public static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChangedMeanwhile() {
            super("what would run was changed while its run was being taken up");
        }
    }

    /** The outcome of a run of ours; false when it is not ours any more. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean finish(QueuedRun job, RunCompletion finish, String node) {
        boolean ours = runs.finish(job.uuid(), node, finish);
        if (ours) {
            record(SYSTEM, finish.status() == RunStatus.CANCELLED ? "run.cancelled" : "run.finished", job, finish);
        }
        return ours;
    }

    /** The end of a run that never began; false when it has begun or ended. */
    @Transactional(TxType.REQUIRED)
    public boolean finishQueued(QueuedRun job, RunCompletion finish) {
        return finishQueued(job, finish, SYSTEM);
    }

    /** The same, on behalf of a person. */
    @Transactional(TxType.REQUIRED)
    public boolean finishQueued(QueuedRun job, RunCompletion finish, String by) {
        boolean was = runs.finishQueued(job.uuid(), finish);
        if (was) {
            record(by, "run.cancelled", job, finish);
        }
        return was;
    }

    /** The end of a run whose node died: it may have acted, so it is never run again. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean interrupt(UUID uuid, String exceptNode, Instant now) {
        RunCompletion finish = RunCompletion.unstarted(
                RunStatus.INTERRUPTED,
                "INTERRUPTED",
                "The server stopped while the run was under way; it may have acted, so it is not run again",
                now);
        QueuedRun job = runs.job(uuid).orElseThrow();
        boolean was = runs.interrupt(uuid, exceptNode, now, finish);
        if (was) {
            record(SYSTEM, "run.interrupted", job, finish);
        }
        return was;
    }

    private void record(String by, String action, QueuedRun job, RunCompletion finish) {
        Map<String, Object> details = job.auditDetails();
        details.put("status", finish.status().wire());
        details.put("attempts", finish.attempts());
        details.put("http_calls", finish.calls().size());
        Instant started = finish.startedAt();
        if (started != null) {
            details.put("started_at", started.toString());
        }
        Map<String, Object> error = finish.error();
        if (error != null) {
            details.put("error", error.get("code"));
        }
        audit.record(new AuditEntry(by, action, "run", job.uuid(), details, job.organizationId()));
        finished.fire(new RunFinished(job.uuid(), finish.status()));
        Run run = finish.of(job);
        afterCommit.run(() -> events.ended(run));
    }
}
