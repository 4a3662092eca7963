package io.countersign.approvals;

import io.countersign.security.Refusal;
import org.jspecify.annotations.Nullable;

/** Texts that people have to give. */
final class Texted {

    private Texted() {}

    /** The text, refused when it is missing or longer than a comment may be. */
    static String require(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(field, "is required");
        }
        if (text.length() > RuleLimits.MAX_TEXT) {
            throw Refusal.invalid(field, "must have at most " + RuleLimits.MAX_TEXT + " characters");
        }
        return text;
    }
}
