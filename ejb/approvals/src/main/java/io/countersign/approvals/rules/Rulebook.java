package io.countersign.approvals.rules;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Status;
import io.countersign.approvals.rules.DecisionResult.CountedVote;
import io.countersign.approvals.rules.DecisionResult.Reason;
import io.countersign.approvals.rules.DecisionResult.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges one decision on one request. The caller of these rules holds the request's row lock. */
public final class Rulebook {

    private Rulebook() {}

    /**
     * What this decision of this caller does to the request.
     *
     * @param votes those counted so far for the present revision
     */
    public static DecisionResult judge(
            RequestFacts request, List<Vote> votes, DecisionCaller caller, DecisionInput decisionInput, Instant now) {
        Optional<Reason> over = whetherOver(request, now);
        if (over.isPresent()) {
            return new Refused(over.get());
        }
        if (caller instanceof DecisionCaller.ChannelHolder holder) {
            return judgeAnonymous(request, votes, holder, "channel:" + holder.channel(), decisionInput);
        }
        if (caller instanceof DecisionCaller.PolicyCaller rule) {
            return judgeAnonymous(request, votes, rule, "policy:" + rule.policy(), decisionInput);
        }
        if (caller instanceof DecisionCaller.Human human) {
            return judgeHuman(request, votes, human, decisionInput);
        }
        return new Refused(Reason.AGENT);
    }

    /** Terminal states and the end of time come before everything else. */
    private static Optional<Reason> whetherOver(RequestFacts request, Instant now) {
        if (request.status() == Status.EXPIRED) {
            return Optional.of(Reason.EXPIRED);
        }
        if (request.status().terminal()) {
            return Optional.of(Reason.ALREADY_DECIDED);
        }
        return now.isBefore(request.expiresAt()) ? Optional.empty() : Optional.of(Reason.EXPIRED);
    }

    private static DecisionResult judgeHuman(
            RequestFacts request, List<Vote> votes, DecisionCaller.Human human, DecisionInput decisionInput) {
        Optional<Reason> barred =
                barred(request, votes, human.person()).or(() -> barredMaker(request, human.keyMaker()));
        if (barred.isPresent()) {
            return new Refused(barred.get());
        }
        if (request.isSelfAppointed(human.person(), human.roles())) {
            return new Refused(Reason.EDITOR);
        }
        if (request.type() == ApprovalType.EMERGENCY && human.reviewOverdue()) {
            return new Refused(Reason.REVIEW_OVERDUE);
        }
        Optional<CountedVote> standing = EligibleApprovers.standing(request, votes, human, decisionInput.verdict());
        if (standing.isEmpty()) {
            return new Refused(Reason.NOT_ELIGIBLE);
        }
        return count(request, votes, standing.get(), decisionInput);
    }

    /** The reasons that lie in the person and not in the person's roles. */
    static Optional<Reason> barred(RequestFacts request, List<Vote> votes, String person) {
        if (request.isRequester(person)) {
            return Optional.of(Reason.REQUESTER);
        }
        if (request.isBarredEditor(person)) {
            return Optional.of(Reason.EDITOR);
        }
        return votes.stream().anyMatch(vote -> vote.involves(person))
                ? Optional.of(Reason.ALREADY_VOTED)
                : Optional.empty();
    }

    /** Whoever made the key may be the one who uses it. */
    private static Optional<Reason> barredMaker(RequestFacts request, @Nullable String maker) {
        if (maker == null) {
            return Optional.empty();
        }
        if (request.isRequester(maker)) {
            return Optional.of(Reason.REQUESTER);
        }
        return request.isBarredEditor(maker) ? Optional.of(Reason.EDITOR) : Optional.empty();
    }

    /** A channel's link or a policy: counts only where no particular people are asked for. */
    private static DecisionResult judgeAnonymous(
            RequestFacts request, List<Vote> votes, DecisionCaller caller, String name, DecisionInput decisionInput) {
        Optional<CountedVote> standing =
                EligibleApprovers.anonymousStanding(request, caller, name, decisionInput.verdict());
        if (standing.isEmpty()) {
            return new Refused(Reason.NOT_ELIGIBLE);
        }
        return count(request, votes, standing.get(), decisionInput);
    }

    /** Whoever counts at all must have seen what is there now. */
    private static DecisionResult count(
            RequestFacts request, List<Vote> votes, CountedVote standing, DecisionInput decisionInput) {
        if (decisionInput.digestSeen() != null && !decisionInput.digestSeen().equals(request.argumentsSha256())) {
            return new Refused(Reason.STALE_DIGEST);
        }
        if (decisionInput.lacksReason()) {
            return new Refused(Reason.REASON_MISSING);
        }
        if (decisionInput.tooLong()) {
            return new Refused(Reason.COMMENT_TOO_LONG);
        }
        List<Vote> all = new ArrayList<>(votes);
        all.add(standing.vote());
        Status after = VoteCount.status(request, all);
        return after == Status.PENDING
                ? new DecisionResult.Counted(standing)
                : new DecisionResult.Settled(standing, after);
    }
}
