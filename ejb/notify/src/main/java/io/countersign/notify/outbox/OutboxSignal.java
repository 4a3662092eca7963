package io.countersign.notify.outbox;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Wakes a deliverer once the row is committed. The row is the truth: a lost message costs a second or two, no more. */
@ApplicationScoped
class OutboxSignal {
    static final String QUEUE = "java:/jms/queue/NotificationWakeUp";
    private static final System.Logger LOG = System.getLogger(OutboxSignal.class.getName());

    @Resource(lookup = "java:/JmsXA")
    private @Nullable ConnectionFactory connections;

    @Resource(lookup = QUEUE)
    private @Nullable Queue queue;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private @Nullable ManagedExecutorService executor;

    void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxFilled it) {
        if (executor == null) {
            return;
        }
        try {
            // on a thread without the remains of a transaction, and nobody waits for a broker that is away
            executor.execute(this::send);
        } catch (RejectedExecutionException busy) {
            LOG.log(System.Logger.Level.DEBUG, "No thread for a wake-up; the sweep delivers", busy);
        }
    }

    private void send() {
        if (connections == null || queue == null) {
            return;
        }
        try (JMSContext jms = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            jms.createProducer().setDeliveryMode(DeliveryMode.NON_PERSISTENT).send(queue, jms.createMessage());
        } catch (JMSRuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Notifications wait for the next sweep, the wake-up could not be sent",
                    e);
        }
    }
}
