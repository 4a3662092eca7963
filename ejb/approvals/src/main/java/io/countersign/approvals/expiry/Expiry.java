package io.countersign.approvals.expiry;

import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.Status;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Stores the status {@code expired} of pending requests past their expiry and sends the notifications. Decisions and
 * lists do not depend on it: they compare the expiry with the clock themselves.
 */
@Dependent
public class Expiry {

    private final RequestRepository requests;
    private final ApprovalAudit trail;
    private final Event<RequestDecided> decided;

    @Inject
    public Expiry(RequestRepository requests, ApprovalAudit trail, Event<RequestDecided> decided) {
        this.requests = requests;
        this.trail = trail;
        this.decided = decided;
    }

    /** Expires up to that many due requests in the caller's transaction; answers how many there were. */
    int expireDue(Instant now, int atMost) {
        List<RequestRow> due = requests.lockExpired(now, atMost);
        for (RequestRow row : due) {
            row.settle(Status.EXPIRED, RequestRow.EXPIRED_REASON, now);
            trail.of("system", "approval.expired", row, Map.of("expires_at", row.expiresAt.toString()));
            decided.fire(new RequestDecided(row.id, row.kind, row.status));
        }
        return due.size();
    }
}
