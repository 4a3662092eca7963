package io.countersign.sandbox.run;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How points in time are written in JSON: RFC 3339, always with seconds, and with an offset where there is a zone. */
final class JsonTimes {
    private JsonTimes() {}

    /** The text of a time, date or span of the JDK. */
    static String text(Object time) {
        if (time instanceof ZonedDateTime z) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(z);
        }
        if (time instanceof OffsetDateTime o) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(o);
        }
        if (time instanceof OffsetTime o) {
            return DateTimeFormatter.ISO_OFFSET_TIME.format(o);
        }
        if (time instanceof LocalDateTime l) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(l);
        }
        if (time instanceof LocalTime l) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(l);
        }
        return time.toString();
    }
}
