package io.countersign.approvals.decision;

import io.countersign.approvals.Verdict;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.PersonLookup;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.StoredFacts;
import io.countersign.approvals.request.VoteRow;
import io.countersign.approvals.rules.DecisionInput;
import io.countersign.approvals.rules.DecisionResult;
import io.countersign.approvals.rules.RequestFacts;
import io.countersign.approvals.rules.Vote;
import io.countersign.approvals.storage.Labels;
import io.countersign.kernel.CanonicalJson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Votes of a request whose row is locked: stored, and judged again whenever another one comes. */
@Dependent
public class Votes {

    private static final String NO_LONGER_ELIGIBLE = "no longer eligible";

    private final RequestRepository requests;
    private final StoredFacts facts;
    private final ApprovalAudit trail;

    @Inject
    public Votes(RequestRepository requests, StoredFacts facts, ApprovalAudit trail) {
        this.requests = requests;
        this.facts = facts;
        this.trail = trail;
    }

    /** Those that count now; a vote whose person has left or lost the role since is voided. */
    List<Vote> counting(RequestRow row, RequestFacts seen, PersonLookup known, Instant now) {
        List<Vote> counting = new ArrayList<>();
        for (VoteRow vote : row.approvalsGiven + row.rejectionsGiven > 0 ? requests.votes(row) : List.<VoteRow>of()) {
            if (vote.voidedAt == null) {
                facts.standing(row, seen, vote, known).ifPresentOrElse(counting::add, () -> annul(row, vote, now));
            }
        }
        return counting;
    }

    private void annul(RequestRow row, VoteRow vote, Instant now) {
        vote.voidedAt = now;
        vote.voidReason = NO_LONGER_ELIGIBLE;
        // whoever stood in may vote once more
        vote.delegateName = vote.delegateName();
        vote.delegate = null;
        count(row, vote.verdict, -1);
        requests.flush();
        trail.of(
                "system",
                "approval.vote_voided",
                row,
                Map.of("approver", vote.personName(), "person", vote.person, "reason", NO_LONGER_ELIGIBLE));
    }

    void store(
            RequestRow row,
            DecisionResult.CountedVote standing,
            DecisionInput decisionInput,
            DecisionOrigin hand,
            Instant now) {
        String person = standing.vote().person();
        Optional<VoteRow> voided = requests.vote(row, person);
        VoteRow vote = voided.orElseGet(VoteRow::new);
        vote.requestUuid = row.id;
        vote.revision = row.revision;
        vote.person = person;
        vote.personName = Labels.unlessSame(person, hand.nameOf(person));
        String delegate = standing.vote().delegate();
        vote.delegate = delegate;
        vote.delegateName = delegate == null ? null : Labels.unlessSame(delegate, hand.nameOf(delegate));
        vote.verdict = decisionInput.verdict();
        vote.roles = CanonicalJson.write(new TreeSet<>(standing.vote().roles()));
        vote.role = standing.role();
        vote.comment = decisionInput.comment();
        vote.channel = hand.channel();
        vote.credential = CanonicalJson.write(hand.credential().toMap());
        vote.decidedAt = now;
        vote.voidedAt = null;
        vote.voidReason = null;
        if (voided.isEmpty()) {
            requests.add(vote);
        }
        count(row, decisionInput.verdict(), 1);
        trail.of(
                hand.nameOf(DecisionOrigin.of(standing)),
                "approval.vote_cast",
                row,
                hand.details(standing, decisionInput));
    }

    private static void count(RequestRow row, Verdict verdict, int change) {
        if (verdict == Verdict.APPROVE) {
            row.approvalsGiven += change;
        } else {
            row.rejectionsGiven += change;
        }
    }
}
