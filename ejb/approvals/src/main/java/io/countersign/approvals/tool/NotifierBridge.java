package io.countersign.approvals.tool;

import io.countersign.approvals.ReminderDue;
import io.countersign.approvals.api.ApprovalRequest;
import io.countersign.approvals.api.SoarApprovalNotifier;
import io.countersign.approvals.request.RequestRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Tells the platform's own notifier beans. */
@Dependent
public class NotifierBridge {

    private static final System.Logger LOG = System.getLogger(NotifierBridge.class.getName());

    private final Iterable<SoarApprovalNotifier> notifiers;
    private final RequestRepository requests;

    @Inject
    public NotifierBridge(@Any Instance<SoarApprovalNotifier> notifiers, RequestRepository requests) {
        this((Iterable<SoarApprovalNotifier>) notifiers, requests);
    }

    /** For use without a container. */
    public NotifierBridge(Iterable<SoarApprovalNotifier> notifiers, RequestRepository requests) {
        this.notifiers = notifiers;
        this.requests = requests;
    }

    void asked(ApprovalRequest request) {
        String message = "[" + request.getRiskLevel() + " RISK] " + request.getRequestedBy() + " asks for "
                + request.getToolName() + " (" + request.getRequestId() + "): " + request.getReason();
        each(notifier -> notifier.receiveApprovalNotification(message));
    }

    void reminderDue(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReminderDue event) {
        if (notifiers.iterator().hasNext()) {
            requests.find(event.id())
                    .ifPresent(row -> each(notifier -> notifier.sendApprovalReminder(row.requestNumber)));
        }
    }

    private void each(Consumer<SoarApprovalNotifier> tell) {
        for (SoarApprovalNotifier notifier : notifiers) {
            try {
                tell.accept(notifier);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "A notifier could not be told of an approval request", e);
            }
        }
    }
}
