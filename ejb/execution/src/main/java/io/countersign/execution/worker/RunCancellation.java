package io.countersign.execution.worker;

import io.countersign.approvals.Approvals;
import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.execution.Run;
import io.countersign.execution.RunStatus;
import io.countersign.execution.run.RunCompletion;
import io.countersign.execution.run.RunTable;
import io.countersign.execution.run.RunTransitions;
import io.countersign.execution.storage.AfterCommit;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Stops single runs on the word of somebody whose they are. */
@ApplicationScoped
public class RunCancellation {
    private final RunTable runs;
    private final RunTransitions ledger;
    private final Approvals approvals;
    private final AfterCommit afterCommit;
    private final RunExecutor workers;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public RunCancellation(
            RunTable runs,
            RunTransitions ledger,
            Approvals approvals,
            AfterCommit afterCommit,
            RunExecutor workers,
            Audit audit,
            Clock clock) {
        this.runs = runs;
        this.ledger = ledger;
        this.approvals = approvals;
        this.afterCommit = afterCommit;
        this.workers = workers;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RunCancellation() {
        this(null, null, null, null, null, null, null);
    }

    /** For who asked, who agreed, and admins. */
    public boolean mayStop(Run run, Actor by) {
        return by.isAdmin() || asked(run, by) || agreed(run, by);
    }

    private boolean asked(Run run, Actor by) {
        return runs.job(run.uuid())
                .filter(job -> job.requestedBy().equals(by.person()))
                .isPresent();
    }

    private boolean agreed(Run run, Actor by) {
        UUID request = run.approvalRequestUuid();
        return request != null && !by.isAgent() && approvals.hasAgreed(request, by.person());
    }

    /** Ends a run that waits; false when it does not wait any more. */
    @Transactional(TxType.REQUIRED)
    public boolean stopQueued(Run run, String reason, Actor by) {
        if (run.status() != RunStatus.QUEUED) {
            return false;
        }
        RunCompletion cancelled = RunCompletion.unstarted(
                RunStatus.CANCELLED, "CANCELLED", reason, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return ledger.finishQueued(runs.job(run.uuid()).orElseThrow(), cancelled, by.userName());
    }

    /** Tells a running run to stop, wherever it runs; 409 when it has ended. */
    @Transactional(TxType.REQUIRED)
    public void stopRunning(Run seen, String reason, Actor by) {
        UUID uuid = seen.uuid();
        if (!runs.askToStop(uuid, reason)) {
            Run run = runs.run(uuid).orElseThrow(() -> Refusal.notFound("run", uuid));
            if (run.status().terminal()) {
                throw Refusal.conflict("The run has ended: " + run.status().wire());
            }
            return;
        }
        audit.record(new AuditEntry(
                by.userName(),
                "run.cancel_requested",
                "run",
                uuid,
                Map.of("reason", reason, "by", by.label()),
                seen.organizationId()));
        afterCommit.run(() -> workers.stop(uuid, reason));
    }
}
