package io.countersign.execution.worker;

import io.countersign.execution.RunStatus;
import io.countersign.execution.run.QueuedRun;
import io.countersign.execution.run.RunCompletion;
import io.countersign.execution.run.RunTransitions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Writes how a run of this node has ended. */
@ApplicationScoped
class OutcomeRecorder {

    private static final Duration WRITE_AGAIN = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(OutcomeRecorder.class.getName());

    private final RunTransitions ledger;
    private final NodeIncarnation node;
    private final Clock clock;

    @Inject
    OutcomeRecorder(RunTransitions ledger, NodeIncarnation node, Clock clock) {
        this.ledger = ledger;
        this.node = node;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected OutcomeRecorder() {
        this(null, null, null);
    }

    /** The end of a run that met an error of ours; the log has the reason. */
    RunCompletion mistake(QueuedRun job, RuntimeException failure, Instant started) {
        UUID reference = UUID.randomUUID();
        LOG.log(
                System.Logger.Level.ERROR,
                "Run " + job.uuid() + " met an error of ours, reference " + reference,
                failure);
        return new RunCompletion(
                RunStatus.FAILED,
                1,
                List.of(),
                List.of(),
                null,
                RunCompletion.error("INTERNAL", "The server made a mistake; reference " + reference, 0),
                started,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    void record(QueuedRun job, RunCompletion finish) {
        if (!written(job, finish)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The lease of run " + job.uuid() + " was lost; its outcome "
                            + finish.status().wire() + " is not recorded");
        }
    }

    /** An outcome is not lost because the database is away for a while: it is tried until it is in, or the server stops. */
    private boolean written(QueuedRun job, RunCompletion finish) {
        while (true) {
            try {
                return ledger.finish(job, finish, node.life());
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "The outcome of run " + job.uuid() + " is not written yet", e);
                try {
                    Thread.sleep(WRITE_AGAIN.toMillis());
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
    }
}
