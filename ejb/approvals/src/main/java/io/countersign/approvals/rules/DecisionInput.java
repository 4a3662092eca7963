package io.countersign.approvals.rules;

import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.Verdict;
import io.countersign.kernel.Characters;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says.
 *
 * @param comment required for a rejection
 * @param digestSeen digest of the arguments that the caller was shown, null when the channel does not tell
 */
public record DecisionInput(
        Verdict verdict, @Nullable String comment, @Nullable String digestSeen) {

    boolean lacksReason() {
        return verdict == Verdict.REJECT && (comment == null || comment.isBlank());
    }

    boolean tooLong() {
        return Characters.count(comment) > RuleLimits.MAX_COMMENT;
    }
}
