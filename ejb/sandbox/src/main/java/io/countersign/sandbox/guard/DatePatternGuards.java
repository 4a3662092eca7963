package io.countersign.sandbox.guard;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalField;
import java.util.Locale;

/**
 * Guards of date patterns: the JDK formats and parses by recursion over their optional parts, and keeps each field whose
 * text it looks for in a map that outlives the run.
 */
public final class DatePatternGuards {
    private static final int LONGEST = 4_096;

    private DatePatternGuards() {}

    private static void measure(String pattern) {
        Budget budget = ScriptThread.current();
        budget.look();
        if (pattern.length() > LONGEST) {
            budget.kill("LIMIT_DEPTH", "a date pattern is longer than " + LONGEST + " characters");
        }
    }

    public static DateTimeFormatter ofPattern(String pattern) {
        measure(pattern);
        return DateTimeFormatter.ofPattern(pattern);
    }

    public static DateTimeFormatter ofPattern(String pattern, Locale locale) {
        measure(pattern);
        return DateTimeFormatter.ofPattern(pattern, locale);
    }

    public static DateTimeFormatterBuilder appendPattern(DateTimeFormatterBuilder builder, String pattern) {
        measure(pattern);
        return builder.appendPattern(pattern);
    }

    public static DateTimeFormatterBuilder appendText(DateTimeFormatterBuilder builder, TemporalField field) {
        return own(field) ? appendNumber(builder, field) : builder.appendText(field);
    }

    public static DateTimeFormatterBuilder appendText(
            DateTimeFormatterBuilder builder, TemporalField field, TextStyle style) {
        return own(field) ? appendNumber(builder, field) : builder.appendText(field, style);
    }

    private static boolean own(TemporalField field) {
        return field != null && field.getClass().getClassLoader() != null;
    }

    /** What the JDK does with a field that it has no text for. */
    private static DateTimeFormatterBuilder appendNumber(DateTimeFormatterBuilder builder, TemporalField field) {
        return builder.appendValue(field, 1, 19, SignStyle.NORMAL);
    }
}
