package io.countersign.approvals.expiry;

import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.Status;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.storage.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes down what is true already: that a pending request whose time is over is expired. No decision and no list waits for
 * this; it exists so that people and callers are told.
 */
@Dependent
public class Expiry {

    /** Hibernate's word for "leave out what somebody else has locked". */
    private static final int SKIP_LOCKED = -2;

    private final Database database;
    private final ApprovalAudit trail;
    private final Event<RequestDecided> decided;

    @Inject
    public Expiry(Database database, ApprovalAudit trail, Event<RequestDecided> decided) {
        this.database = database;
        this.trail = trail;
        this.decided = decided;
    }

    /** Expires up to that many due requests in the caller's transaction; answers how many there were. */
    int expireDue(Instant now, int atMost) {
        List<RequestRow> due = database.entities()
                .createQuery("""
                        select r from RequestRow r where r.status = :pending and r.expiresAt <= :now
                        order by r.expiresAt""", RequestRow.class)
                .setParameter("pending", Status.PENDING)
                .setParameter("now", now)
                .setMaxResults(atMost)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList();
        for (RequestRow row : due) {
            row.settle(Status.EXPIRED, RequestRow.EXPIRED_REASON, now);
            trail.of("system", "approval.expired", row, Map.of("expires_at", row.expiresAt.toString()));
            decided.fire(new RequestDecided(row.id, row.kind, row.status));
        }
        return due.size();
    }
}
