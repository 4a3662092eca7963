package io.countersign.execution.queue;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.execution.run.QueuedRun;
import io.countersign.execution.run.RunTable;
import io.countersign.execution.storage.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** Puts runs into the queue, which is the table; a wake-up follows the commit. */
@ApplicationScoped
public class RunQueue {
    /** When the sweep takes up a run whose wake-up was lost. */
    private static final Duration WAKE_UP_LOST = Duration.ofSeconds(3);

    private final RunTable runs;
    private final Audit audit;
    private final AfterCommit afterCommit;
    private final Dispatch dispatch;
    private final Event<RunQueued> queued;

    @Inject
    public RunQueue(RunTable runs, Audit audit, AfterCommit afterCommit, Dispatch dispatch, Event<RunQueued> queued) {
        this.runs = runs;
        this.audit = audit;
        this.afterCommit = afterCommit;
        this.dispatch = dispatch;
        this.queued = queued;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RunQueue() {
        this(null, null, null, null, null);
    }

    /** In the caller's transaction. */
    public void add(QueuedRun job) {
        runs.insert(job, job.queuedAt().plus(WAKE_UP_LOST));
        Map<String, Object> details = job.auditDetails();
        details.put("arguments_sha256", job.argumentsSha256());
        details.put("trigger_type", job.triggerType());
        details.put("key", job.label());
        if (job.approvalRequestUuid() != null) {
            details.put("approval_request_uuid", job.approvalRequestUuid().toString());
        }
        audit.record(new AuditEntry(job.requestedBy(), "run.queued", "run", job.uuid(), details, job.organizationId()));
        queued.fire(new RunQueued(job.uuid()));
        afterCommit.run(() -> dispatch.wake(job));
    }
}
