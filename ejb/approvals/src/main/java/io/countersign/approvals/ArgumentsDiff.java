package io.countersign.approvals;

import io.countersign.audit.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two trees of arguments, a line for each place: {@code parameters.ttl: 60 → 30}. */
final class ArgumentsDiff {

    private static final int MAX_LINES = 200;
    private static final int MAX_VALUE = 200;
    private static final String NOTHING = "(nothing)";

    private ArgumentsDiff() {}

    static List<String> between(Map<String, Object> before, Map<String, Object> after) {
        List<String> lines = new ArrayList<>();
        compare("", before, after, lines);
        return lines.size() <= MAX_LINES ? lines : List.copyOf(lines.subList(0, MAX_LINES));
    }

    private static void compare(String at, @Nullable Object before, @Nullable Object after, List<String> lines) {
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            TreeSet<String> keys = new TreeSet<>();
            one.keySet().forEach(key -> keys.add(String.valueOf(key)));
            other.keySet().forEach(key -> keys.add(String.valueOf(key)));
            keys.forEach(key -> compare(at.isEmpty() ? key : at + "." + key, one.get(key), other.get(key), lines));
            return;
        }
        String was = words(before);
        String is = words(after);
        if (!Objects.equals(CanonicalJson.of(before), CanonicalJson.of(after))) {
            lines.add(at + ": " + was + " → " + is);
        }
    }

    private static String words(@Nullable Object value) {
        String text = value == null ? NOTHING : CanonicalJson.of(value);
        return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "…";
    }
}
