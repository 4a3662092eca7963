package io.countersign.execution.queue;

import io.countersign.execution.worker.RunExecutor;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.util.UUID;

/** Takes up runs that another node, or a busy one, has announced. A doubled message finds nothing to claim. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/RunWakeUp"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class RunWakeUpListener implements MessageListener {
    private static final System.Logger LOG = System.getLogger(RunWakeUpListener.class.getName());

    @Inject
    private RunExecutor workers;

    @Override
    public void onMessage(Message message) {
        try {
            if (message instanceof TextMessage text) {
                workers.take(UUID.fromString(text.getText()));
            }
        } catch (JMSException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "A wake-up could not be read", e);
        }
    }
}
