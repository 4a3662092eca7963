package io.countersign.approvals;

import io.countersign.security.Actor;
import io.countersign.security.Refusal;
import io.countersign.security.Scopes;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The second look at an emergency approval, by somebody who had no part in it. */
@Dependent
class Reviewing {

    private final Requests requests;
    private final Visibility visibility;
    private final Trail trail;
    private final Clock clock;

    @Inject
    Reviewing(Requests requests, Visibility visibility, Trail trail, Clock clock) {
        this.requests = requests;
        this.visibility = visibility;
        this.trail = trail;
        this.clock = clock;
    }

    RequestRow review(UUID id, boolean justified, String comment, Actor by) {
        by.requireScope(Scopes.APPROVALS_WRITE);
        RequestRow row = requests.lock(id);
        visibility.require(by, row);
        if (row.reviewDueAt == null) {
            throw Refusal.conflict(row.requestId + " is no approved emergency and needs no review");
        }
        if (row.reviewedAt != null) {
            throw Refusal.conflict(row.requestId + " was reviewed already");
        }
        if (by.kind() != Actor.Kind.HUMAN) {
            throw Refusal.forbidden("agent", "Only people review");
        }
        if (hadPart(row, by.person())) {
            throw Refusal.forbidden("own_decision", "Somebody else reviews: neither who asked nor who decided");
        }
        row.reviewComment = Texted.require("comment", comment);
        row.reviewer = by.person();
        row.reviewJustified = justified;
        row.reviewedAt = Times.micros(clock.instant());
        trail.of(by, "approval.reviewed", row, Map.of("justified", justified, "comment", comment));
        return row;
    }

    private boolean hadPart(RequestRow row, String person) {
        List<VoteRow> votes = requests.votes(row);
        return Json.storedStrings(row.parties).contains(person)
                || person.equals(row.decider)
                || votes.stream().anyMatch(vote -> vote.person.equals(person) || person.equals(vote.delegate));
    }
}
