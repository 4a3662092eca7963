package io.countersign.notify.outbox;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.notify.DeliveryState;
import io.countersign.notify.NotificationType;
import io.countersign.notify.delivery.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Writes what a try came to, and records who was asked and what was given up. */
@ApplicationScoped
public class DeliveryRecorder {
    private static final Set<NotificationType> ASKING =
            Set.of(NotificationType.ASKED, NotificationType.REMINDED, NotificationType.ESCALATED);

    private final Outbox outbox;
    private final Audit audit;

    @Inject
    public DeliveryRecorder(Outbox outbox, Audit audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected DeliveryRecorder() {
        this(null, null);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void write(Delivery one, DeliveryUpdate settled, Instant now) {
        if (!outbox.settle(one, settled, now)) {
            return;
        }
        if (settled.state() == DeliveryState.DEAD) {
            record(one, settled, "notification.given_up");
        } else if (settled.state() == DeliveryState.DELIVERED && one.addressed() && ASKING.contains(one.occasion())) {
            record(one, settled, "notification.delivered");
        }
    }

    private void record(Delivery one, DeliveryUpdate settled, String action) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("approval_request_uuid", one.requestId().toString());
        details.put("notifier", one.notifier().word());
        details.put("occasion", one.occasion().word());
        details.put("recipient", one.recipient());
        details.put("place", one.place());
        details.put("attempts", settled.attempts());
        details.put("problem", settled.problem());
        details.values().removeIf(value -> value == null);
        audit.record(AuditEntry.of("system", action, "notification", one.id(), details));
    }
}
