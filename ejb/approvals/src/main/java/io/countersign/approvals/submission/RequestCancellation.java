package io.countersign.approvals.submission;

import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.Status;
import io.countersign.approvals.eligibility.Visibility;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.RequiredText;
import io.countersign.approvals.storage.Micros;
import io.countersign.approvals.view.Refusals;
import io.countersign.approvals.view.ViewedRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Withdrawing what is still pending: by who asked, by an admin, or because what was asked about has changed. */
@Dependent
public class RequestCancellation {

    private final RequestRepository requests;
    private final Visibility visibility;
    private final ApprovalAudit trail;
    private final Clock clock;
    private final Event<RequestDecided> decided;

    @Inject
    public RequestCancellation(
            RequestRepository requests,
            Visibility visibility,
            ApprovalAudit trail,
            Clock clock,
            Event<RequestDecided> decided) {
        this.requests = requests;
        this.visibility = visibility;
        this.trail = trail;
        this.clock = clock;
        this.decided = decided;
    }

    public RequestRow cancel(UUID id, String reason, @Nullable String ifMatch, Actor by) {
        RequestRow row = requests.lock(id);
        visibility.require(by, row);
        Instant now = Micros.micros(clock.instant());
        Refusals.ifOver(row, now);
        if (!mayCancel(by, row.requester, row.organizationId)) {
            throw Refusal.forbidden("not_requester", "Only the requester or an admin cancels a request");
        }
        RequiredText.require("reason", reason);
        ViewedRequest.requireMatch(ifMatch, row);
        row.settle(Status.CANCELLED, reason, now);
        trail.of(by, "approval.cancelled", row, Map.of("reason", reason));
        tell(row);
        return row;
    }

    /** What belongs to no organization is cancelled by people without one alone, whoever may decide it. */
    public static boolean mayCancel(Actor by, String requester, @Nullable String organizationId) {
        OrganizationScope purview = OrganizationScope.of(by);
        return by.person().equals(requester)
                || (by.isAdmin() && (organizationId == null ? purview.isWhole() : purview.covers(organizationId)));
    }

    /** Cancels all that is pending for a workflow; answers how many. */
    public int cancelForWorkflow(UUID workflowId, String reason) {
        Instant now = Micros.micros(clock.instant());
        int cancelled = 0;
        for (RequestRow row : requests.lockPendingOf(workflowId)) {
            if (row.statusAt(now) == Status.PENDING) {
                end(row, reason, now);
                cancelled++;
            }
        }
        return cancelled;
    }

    /** Cancels that one if it is still pending; answers whether it was. */
    public boolean cancelPending(UUID id, String reason) {
        RequestRow row = requests.lock(id);
        Instant now = Micros.micros(clock.instant());
        boolean pending = row.statusAt(now) == Status.PENDING;
        if (pending) {
            end(row, reason, now);
        }
        return pending;
    }

    /** Without a lock: nobody else can see the row yet. */
    public void cancelOwn(UUID id, String reason) {
        end(requests.require(id), reason, Micros.micros(clock.instant()));
    }

    private void end(RequestRow row, String reason, Instant now) {
        row.settle(Status.CANCELLED, reason, now);
        trail.of("system", "approval.cancelled", row, Map.of("reason", reason));
        tell(row);
    }

    private void tell(RequestRow row) {
        decided.fire(new RequestDecided(row.id, row.kind, row.status));
    }
}
