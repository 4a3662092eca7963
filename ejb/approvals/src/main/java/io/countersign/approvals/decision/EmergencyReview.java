package io.countersign.approvals.decision;

import io.countersign.approvals.eligibility.Eligibility;
import io.countersign.approvals.eligibility.Visibility;
import io.countersign.approvals.json.StoredJson;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.RequiredText;
import io.countersign.approvals.request.VoteRow;
import io.countersign.approvals.rules.EligibleApprovers;
import io.countersign.approvals.storage.Micros;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The review of an emergency approval by a person who took no part in it. */
@Dependent
public class EmergencyReview {

    private final RequestRepository requests;
    private final Visibility visibility;
    private final Eligibility standings;
    private final ApprovalAudit trail;
    private final Clock clock;

    @Inject
    public EmergencyReview(
            RequestRepository requests,
            Visibility visibility,
            Eligibility standings,
            ApprovalAudit trail,
            Clock clock) {
        this.requests = requests;
        this.visibility = visibility;
        this.standings = standings;
        this.trail = trail;
        this.clock = clock;
    }

    public RequestRow review(UUID id, boolean justified, String comment, Actor by) {
        Set<String> roles = standings.roles(by);
        RequestRow row = requests.lock(id);
        visibility.require(by, row);
        if (row.reviewDueAt == null) {
            throw Refusal.conflict(row.requestNumber + " is no approved emergency and needs no review");
        }
        if (row.reviewedAt != null) {
            throw Refusal.conflict(row.requestNumber + " was reviewed already");
        }
        if (by.kind() != Actor.Kind.HUMAN) {
            throw Refusal.forbidden("agent", "Only people can review emergency approvals");
        }
        if (!mayReview(row, by, roles)) {
            throw Refusal.forbidden(
                    "not_eligible",
                    "An emergency-approver of the request's organization reviews, neither who asked nor who decided");
        }
        row.reviewComment = RequiredText.require("comment", comment);
        row.reviewer = by.person();
        row.reviewJustified = justified;
        row.reviewedAt = Micros.micros(clock.instant());
        trail.of(by, "approval.reviewed", row, Map.of("justified", justified, "comment", comment));
        return row;
    }

    public boolean mayReview(RequestRow row, Actor by) {
        return mayReview(row, by, standings.roles(by));
    }

    /** Whether somebody who holds these roles now reviews this request once it is due. */
    private boolean mayReview(RequestRow row, Actor by, Set<String> roles) {
        boolean scoped = by.keyId() == null || by.hasScope(Scopes.APPROVALS_WRITE);
        String maker = by.credential().createdBy();
        return by.kind() == Actor.Kind.HUMAN
                && scoped
                && roles.contains(EligibleApprovers.EMERGENCY_APPROVER)
                && row.isWithin(OrganizationScope.of(by))
                && !hadPart(row, by.person())
                && (maker == null || !hadPart(row, maker));
    }

    /** Requesters, the hands behind them, who decided and in whose name. */
    private boolean hadPart(RequestRow row, String person) {
        List<VoteRow> votes = requests.votes(row);
        return StoredJson.storedStrings(row.parties).contains(person)
                || (row.hands != null && StoredJson.storedStrings(row.hands).contains(person))
                || person.equals(row.decider)
                || votes.stream().anyMatch(vote -> vote.person.equals(person) || person.equals(vote.delegate));
    }
}
