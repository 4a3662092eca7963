package io.countersign.approvals.expiry;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;

/**
 * Looks every second for requests that are due: expired, to be reminded of, or to be escalated. Decisions do not depend
 * on it.
 */
@Startup
@DependsOn("schema.jar#SchemaAtStart")
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RequestSweep {

    private static final System.Logger LOG = System.getLogger(RequestSweep.class.getName());
    private static final int BATCH = 200;
    private static final int BATCHES = 50;

    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    private final RequestSweepSteps steps;

    @Inject
    public RequestSweep(RequestSweepSteps steps) {
        this.steps = steps;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RequestSweep() {
        this(null);
    }

    /** One round; a round that is still at work is not joined by a second one. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "approvals sweep")
    public void everySecond() {
        if (stopped || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            drain(steps::expire);
            drain(steps::remind);
            steps.wakeWaiters();
        } catch (RuntimeException e) {
            // the next round is a second away; the whole trace is for whoever looks closer
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The sweep over approval requests failed and will be tried again: {0}",
                    e.toString());
            LOG.log(System.Logger.Level.DEBUG, "What the sweep met", e);
        } finally {
            running.set(false);
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    private static void drain(IntUnaryOperator step) {
        for (int i = 0; i < BATCHES; i++) {
            if (step.applyAsInt(BATCH) < BATCH) {
                return;
            }
        }
    }
}
