package io.countersign.sandbox.guard;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Guards of date patterns: the JDK formats and parses by recursion over their optional parts. */
public final class Times {
    private static final int LONGEST = 4_096;

    private Times() {}

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
}
