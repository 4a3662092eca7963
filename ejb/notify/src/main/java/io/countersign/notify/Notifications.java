package io.countersign.notify;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.ServerOnly;
import io.countersign.notify.outbox.Outbox;
import io.countersign.notify.outbox.OutboxFilled;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Notifications for operators: what was sent to whom, what could not be delivered (dead letters), and how to retry it.
 */
@Stateless
public class Notifications {
    private final Outbox outbox;
    private final Audit audit;
    private final Event<OutboxFilled> filled;
    private final Clock clock;

    @Inject
    Notifications(Outbox outbox, Audit audit, Event<OutboxFilled> filled, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.filled = filled;
        this.clock = clock;
    }

    /** For the container only. */
    @SuppressWarnings("NullAway")
    protected Notifications() {
        this(null, null, null, null);
    }

    /** Lists notifications, newest first. The caller needs the scope {@code admin} and is of no organization. */
    public Page<Notification> list(NotificationQuery query, PageRequest page, Actor by) {
        permit(by);
        List<Notification> items = outbox.page(query, page.offset(), page.size()).stream()
                .map(Notification::of)
                .toList();
        return new Page<>(items, outbox.count(query));
    }

    /** How many stand there, for operators' figures. */
    @ServerOnly("the server's figures")
    public long count(DeliveryState state) {
        return outbox.count(new NotificationQuery(state, null, null));
    }

    /** One notification. NOT_FOUND where there is none. The caller needs the scope {@code admin} and is of no organization. */
    public Notification get(UUID id, Actor by) {
        permit(by);
        return Notification.of(outbox.find(id).orElseThrow(() -> Refusal.notFound("notification", id)));
    }

    /**
     * Tries a dead letter again, with all its tries. CONFLICT when it is not dead, NOT_FOUND where there is none. The
     * caller needs the scope {@code admin} and is of no organization.
     */
    public Notification replay(UUID id, Actor by) {
        Notification before = get(id, by);
        if (!outbox.revive(id, clock.instant())) {
            throw Refusal.conflict("Only a dead notification can be tried again; this one is "
                    + before.state().word());
        }
        audit.record(AuditEntry.of(
                by.userName(),
                "notification.replayed",
                "notification",
                id,
                Map.of("approval_request_uuid", before.approvalRequestUuid().toString())));
        filled.fire(new OutboxFilled());
        return get(id, by);
    }

    /** The outbox holds everybody's messages, so it belongs to no organization. */
    private static void permit(Actor by) {
        by.requireScope(Scopes.ADMIN);
        OrganizationScope.of(by).requireHouse();
    }
}
