package io.countersign.notify;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Wakes a deliverer once the row is committed. The row is the truth: a lost message costs a second or two, no more. */
@ApplicationScoped
class WakeUp {
    static final String QUEUE = "java:/jms/queue/NotificationWakeUp";
    private static final Logger LOG = System.getLogger(WakeUp.class.getName());

    // not the pooled one: this send takes part in no transaction
    @Resource(lookup = "java:/ConnectionFactory")
    private @Nullable ConnectionFactory connections;

    @Resource(lookup = QUEUE)
    private @Nullable Queue queue;

    void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxFilled it) {
        ConnectionFactory factory = connections;
        if (factory == null || queue == null) {
            return;
        }
        try (JMSContext jms = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            jms.createProducer().setDeliveryMode(DeliveryMode.NON_PERSISTENT).send(queue, jms.createMessage());
        } catch (JMSRuntimeException e) {
            LOG.log(Level.WARNING, "Notifications wait for the next sweep, the wake-up could not be sent", e);
        }
    }
}
