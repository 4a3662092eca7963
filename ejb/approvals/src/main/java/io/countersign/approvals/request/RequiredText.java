package io.countersign.approvals.request;

import io.countersign.approvals.RuleLimits;
import io.countersign.kernel.Characters;
import io.countersign.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Texts that people have to give. */
public final class RequiredText {

    private RequiredText() {}

    /** The text, refused when it is missing or longer than a comment may be. */
    public static String require(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(field, "is required");
        }
        if (Characters.count(text) > RuleLimits.MAX_COMMENT) {
            throw Refusal.invalid(field, "must have at most " + RuleLimits.MAX_COMMENT + " characters");
        }
        return text;
    }
}
