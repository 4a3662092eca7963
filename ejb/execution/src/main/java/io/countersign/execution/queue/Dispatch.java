package io.countersign.execution.queue;

import io.countersign.execution.run.QueuedRun;
import io.countersign.execution.worker.RunExecutor;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;

/**
 * Brings a committed run to a worker: to one of this node when one is free, else by a message to whichever node has one.
 * Either may be lost without harm, because the row stays queued and the sweep finds it.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class Dispatch {
    private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());

    private final RunExecutor workers;

    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/RunWakeUp")
    private Queue wakeUps;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private ManagedExecutorService executor;

    @Inject
    Dispatch(RunExecutor workers) {
        this.workers = workers;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected Dispatch() {
        this(null);
    }

    /** Called after the commit. */
    void wake(QueuedRun job) {
        if (workers.offer(job)) {
            return;
        }
        try {
            // on a thread without the remains of a transaction
            executor.execute(() -> send(job.uuid()));
        } catch (RejectedExecutionException busy) {
            LOG.log(System.Logger.Level.DEBUG, "No thread for a wake-up; the sweep takes the run up", busy);
        }
    }

    private void send(UUID run) {
        try (JMSContext context = connections.createContext()) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .send(wakeUps, run.toString());
        } catch (JMSRuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A wake-up was not sent; the sweep takes the run up", e);
        }
    }
}
