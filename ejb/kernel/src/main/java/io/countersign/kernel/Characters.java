package io.countersign.kernel;

import org.jspecify.annotations.Nullable;

/** Length of a text in Unicode code points, the unit of every length limit of the product: an emoji is one, not two. */
public final class Characters {

    private Characters() {}

    /** The number of code points; 0 for null. */
    public static int count(@Nullable String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }
}
