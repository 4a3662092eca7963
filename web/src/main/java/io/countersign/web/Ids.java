package io.countersign.web;

import io.countersign.kernel.Refusal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids in addresses and bodies. */
public final class Ids {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** The id a text spells out in full, or null. */
    public static @Nullable UUID parse(String text) {
        return UUID_TEXT.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    /**
     * The id in an address.
     *
     * @throws Refusal NOT_FOUND when it is none: nothing can be there
     */
    public static UUID inPath(String what, String text) {
        UUID id = parse(text);
        if (id == null) {
            throw Refusal.notFound(what, text.length() > 64 ? text.substring(0, 64) : text);
        }
        return id;
    }
}
