package io.countersign.sandbox.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guards of strings: what could grow beyond all measure in one call is measured first. */
public final class StringGuards {
    private static final Pattern WIDTHS = Pattern.compile("%[^a-zA-Z%]*?(\\d{5,})");

    private StringGuards() {}

    public static String repeat(String text, int count) {
        budget().large(Math.max(0, (long) text.length() * count));
        return text.repeat(count);
    }

    public static String format(String format, Object... arguments) {
        measure(format);
        return String.format(format, arguments);
    }

    public static String format(Locale locale, String format, Object... arguments) {
        measure(format);
        return String.format(locale, format, arguments);
    }

    public static String formatted(String format, Object... arguments) {
        measure(format);
        return format.formatted(arguments);
    }

    private static void measure(String format) {
        if (format != null && format.length() > 4) {
            Matcher wide = WIDTHS.matcher(format);
            while (wide.find()) {
                String digits = wide.group(1);
                budget().large(digits.length() > 10 ? Long.MAX_VALUE / 4 : Long.parseLong(digits) * 4);
            }
        }
    }

    public static String replace(String text, CharSequence target, CharSequence replacement) {
        String to = replacement.toString();
        String from = target.toString();
        if (to.length() > from.length()) {
            long most = text.length() / Math.max(1, from.length()) + 1L;
            if (most * to.length() > 1 << 20) {
                budget().large(occurrences(text, from) * to.length());
            }
        }
        return text.replace(from, to);
    }

    private static long occurrences(String text, String part) {
        if (part.isEmpty()) {
            return text.length() + 1L;
        }
        long n = 0;
        for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
            n++;
        }
        return n;
    }

    public static String join(CharSequence delimiter, CharSequence... parts) {
        budget().large((long) delimiter.length() * parts.length);
        return String.join(delimiter, parts);
    }

    public static String join(CharSequence delimiter, Iterable<? extends CharSequence> parts) {
        List<CharSequence> all = new ArrayList<>();
        parts.forEach(all::add);
        budget().large((long) delimiter.length() * all.size());
        return String.join(delimiter, all);
    }

    public static void setLength(StringBuilder text, int length) {
        budget().large(Math.max(0, length));
        text.setLength(length);
    }

    public static void setLength(StringBuffer text, int length) {
        budget().large(Math.max(0, length));
        text.setLength(length);
    }

    public static void ensureCapacity(StringBuilder text, int length) {
        budget().large(Math.max(0, length));
        text.ensureCapacity(length);
    }

    public static void ensureCapacity(StringBuffer text, int length) {
        budget().large(Math.max(0, length));
        text.ensureCapacity(length);
    }

    private static Budget budget() {
        return ScriptThread.current();
    }
}
