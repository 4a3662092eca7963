package io.countersign.approvals.rules;

import io.countersign.approvals.Status;
import org.jspecify.annotations.Nullable;

/** What the rules say about a decision. */
public sealed interface DecisionResult {

    /** Nothing changes. */
    record Refused(Reason reason) implements DecisionResult {}

    /** The vote counts and the request stays pending. */
    record Counted(CountedVote standing) implements DecisionResult {}

    /** The vote counts and ends the request: approved or rejected. */
    record Settled(CountedVote standing, Status status) implements DecisionResult {}

    /**
     * How the vote counts.
     *
     * @param vote the vote to store
     * @param role the role by which the person counts, null when by name or by channel
     */
    record CountedVote(Vote vote, @Nullable String role) {}

    /** Why a decision is refused, in the order in which the rules look. */
    enum Reason {
        ALREADY_DECIDED,
        EXPIRED,
        STALE_DIGEST,
        AGENT,
        REQUESTER,
        EDITOR,
        ALREADY_VOTED,
        REVIEW_OVERDUE,
        NOT_ELIGIBLE,
        REASON_MISSING,
        COMMENT_TOO_LONG
    }
}
