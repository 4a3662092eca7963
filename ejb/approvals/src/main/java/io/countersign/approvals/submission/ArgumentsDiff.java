package io.countersign.approvals.submission;

import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two trees of arguments, a line for each place: {@code parameters.ttl: 60 → 30}. Of long values it
 * shows the stretch in which they differ; the inputs before a revision are kept whole beside it.
 */
final class ArgumentsDiff {

    private static final int MAX_LINES = 200;
    private static final int MAX_VALUE = 200;
    /** So much of what is the same is shown before the first difference in long values. */
    private static final int LEAD = 40;

    private static final String NOTHING = "(nothing)";

    private ArgumentsDiff() {}

    static List<String> between(Map<String, Object> before, Map<String, Object> after) {
        List<String> lines = new ArrayList<>();
        compare("", before, after, lines);
        if (lines.size() <= MAX_LINES) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, MAX_LINES));
        shown.add("and " + (lines.size() - MAX_LINES) + " more places: compare the whole inputs");
        return shown;
    }

    private static void compare(String at, @Nullable Object before, @Nullable Object after, List<String> lines) {
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            TreeSet<String> keys = new TreeSet<>();
            one.keySet().forEach(key -> keys.add(String.valueOf(key)));
            other.keySet().forEach(key -> keys.add(String.valueOf(key)));
            keys.forEach(key -> compare(at.isEmpty() ? key : at + "." + key, one.get(key), other.get(key), lines));
            return;
        }
        String was = before == null ? NOTHING : CanonicalJson.of(before);
        String is = after == null ? NOTHING : CanonicalJson.of(after);
        if (!was.equals(is) || (before == null) != (after == null)) {
            lines.add(at + ": " + sides(was, is));
        }
    }

    private static String sides(String was, String is) {
        int from = Math.max(0, firstDifference(was, is) - LEAD);
        boolean isLong = was.length() > MAX_VALUE || is.length() > MAX_VALUE;
        String before = isLong ? stretch(was, from) : was;
        String after = isLong ? stretch(is, from) : is;
        boolean alike = VisibleText.look(before).equals(VisibleText.look(after));
        return alike ? VisibleText.spelledOut(before) + " → " + VisibleText.spelledOut(after) : before + " → " + after;
    }

    private static int firstDifference(String was, String is) {
        int i = 0;
        while (i < was.length() && i < is.length() && was.charAt(i) == is.charAt(i)) {
            i++;
        }
        return i;
    }

    private static String stretch(String text, int from) {
        int start = inner(text, Math.min(from, text.length()));
        int end = inner(text, Math.min(start + MAX_VALUE, text.length()));
        String of = end < text.length() ? "… (" + text.length() + " characters)" : "";
        return (start > 0 ? "…" : "") + text.substring(start, end) + of;
    }

    /** Not between the halves of a character. */
    private static int inner(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
