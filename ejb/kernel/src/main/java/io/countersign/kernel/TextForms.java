package io.countersign.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids and times in the one form in which callers write them, in bodies, addresses and query parameters alike. */
public final class TextForms {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private TextForms() {}

    /** The id that a text spells out in full, or null. */
    public static @Nullable UUID uuid(String text) {
        return UUID_TEXT.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    /** The point in time that a text names by RFC 3339, with its offset and a year of four digits, or null. */
    public static @Nullable Instant time(String text) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            int year = at.atOffset(ZoneOffset.UTC).getYear();
            return year >= 1 && year <= 9999 ? at : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
