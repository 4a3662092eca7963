package io.countersign.approvals.view;

import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.rules.DecisionResult.Reason;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import java.time.Instant;

/** What each refusal of the rules is called outside. */
public final class Refusals {

    private Refusals() {}

    public static Refusal of(Reason reason, RequestRow row, Verdict verdict) {
        return switch (reason) {
            case ALREADY_DECIDED ->
                Refusal.of(ErrorCode.APPROVAL_ALREADY_DECIDED, row.requestNumber + " is already " + row.status);
            case EXPIRED -> Refusal.of(ErrorCode.APPROVAL_EXPIRED, row.requestNumber + " expired at " + row.expiresAt);
            case STALE_DIGEST -> ViewedRequest.conflict(row);
            case AGENT -> Refusal.forbidden("agent", "Agents cannot decide requests");
            case REQUESTER ->
                Refusal.forbidden(
                        "requester",
                        "You cannot decide this request: you, or the creator of your key, requested or revised it");
            case EDITOR ->
                Refusal.forbidden(
                        "editor",
                        "You cannot decide this request: you, or the creator of your key, changed the code or a protected field since the last approval");
            case ALREADY_VOTED -> Refusal.of(ErrorCode.ALREADY_VOTED, "You have already decided " + row.requestNumber);
            case REVIEW_OVERDUE ->
                Refusal.forbidden("review_overdue", "The review of an earlier emergency decision of yours is overdue");
            case NOT_ELIGIBLE ->
                Refusal.forbidden("not_eligible", "You are not an eligible approver of " + row.requestNumber);
            case REASON_MISSING -> Refusal.invalid("reason", "is required for a rejection");
            case COMMENT_TOO_LONG ->
                Refusal.invalid(
                        verdict == Verdict.REJECT ? "reason" : "comment",
                        "must have at most " + RuleLimits.MAX_COMMENT + " characters");
        };
    }

    /** CONFLICT's more exact forms for a request that has ended; nothing while it is pending. */
    public static void ifOver(RequestRow row, Instant now) {
        Status status = row.statusAt(now);
        if (status.terminal()) {
            throw of(status == Status.EXPIRED ? Reason.EXPIRED : Reason.ALREADY_DECIDED, row, Verdict.APPROVE);
        }
    }

    /** The one answer to every token that is not good, whatever is wrong with it. */
    public static Refusal token() {
        return Refusal.forbidden("token", "This link is invalid, was already used, or has expired");
    }
}
