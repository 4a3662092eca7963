package io.countersign.kernel;

import org.jspecify.annotations.Nullable;

/** Length of a text in Unicode code points, the unit of every length limit of the product: an emoji is one, not two. */
public final class Characters {

    private Characters() {}

    /** The number of code points; 0 for null. */
    public static int count(@Nullable String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }

    /** The first code points of a text, all of them when there are no more than that. */
    public static String first(String text, int most) {
        return count(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** The same, with an ellipsis where something was left out: for a message that quotes what somebody sent. */
    public static String shortened(String text, int most) {
        return count(text) <= most ? text : first(text, most) + "…";
    }
}
