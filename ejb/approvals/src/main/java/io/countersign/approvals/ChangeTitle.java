package io.countersign.approvals;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The title of a request to change something: one sentence that names what would change. */
public final class ChangeTitle {

    private static final String RISK = "risk_level";
    private static final int NAMED = 3;
    private static final int SHORT = 60;

    private ChangeTitle() {}

    /**
     * The sentence, an infinitive.
     *
     * @param what the thing with its article: {@code the workflow Block IP}
     * @param before its fields now; of objects inside, their fields count
     * @param after its fields then
     */
    public static String of(String what, Map<String, ?> before, Map<String, ?> after) {
        Map<String, Object> old = flat(before);
        Map<String, Object> wanted = flat(after);
        Set<String> changed = new LinkedHashSet<>(old.keySet());
        changed.addAll(wanted.keySet());
        changed.removeIf(field -> Objects.equals(old.get(field), wanted.get(field)));
        if (changed.isEmpty()) {
            return "Change " + what;
        }
        String risk = risk(what, old.get(RISK), wanted.get(RISK));
        if (risk != null) {
            changed.remove(RISK);
            return changed.isEmpty() ? risk : risk + " and change its " + listed(changed);
        }
        if (changed.size() > 1) {
            return "Change the " + listed(changed) + " of " + what;
        }
        String field = changed.iterator().next();
        return one(what, field, old.get(field), wanted.get(field));
    }

    private static @Nullable String risk(String what, @Nullable Object before, @Nullable Object after) {
        if (before == null || after == null || before.equals(after)) {
            return null;
        }
        boolean lower = RiskLevel.parse(after.toString()).compareTo(RiskLevel.parse(before.toString())) < 0;
        return (lower ? "Lower" : "Raise") + " the risk of " + what + " from " + before + " to " + after;
    }

    private static String one(String what, String field, @Nullable Object before, @Nullable Object after) {
        if (after instanceof Boolean on && field.equals("enabled")) {
            return (on ? "Enable " : "Disable ") + what;
        }
        String sentence = "Change the " + words(field) + " of " + what;
        return isShort(before) && isShort(after) ? sentence + " from " + before + " to " + after : sentence;
    }

    private static boolean isShort(@Nullable Object value) {
        return value instanceof Number
                || value instanceof Boolean
                || value instanceof String text
                        && !text.isBlank()
                        && text.length() <= SHORT
                        && text.lines().count() == 1;
    }

    private static String listed(Set<String> fields) {
        List<String> words = fields.stream().map(ChangeTitle::words).toList();
        int more = words.size() - NAMED;
        if (more > 1) {
            return String.join(", ", words.subList(0, NAMED)) + " and " + more + " more fields";
        }
        String last = words.get(words.size() - 1);
        return words.size() == 1 ? last : String.join(", ", words.subList(0, words.size() - 1)) + " and " + last;
    }

    private static String words(String field) {
        return field.substring(field.lastIndexOf('.') + 1).replace('_', ' ');
    }

    /** Fields of objects stand beside the others, by their path. */
    private static Map<String, Object> flat(Map<String, ?> fields) {
        Map<String, Object> flat = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                inner.forEach((part, one) -> put(flat, name + "." + part, one));
            } else {
                put(flat, name, value);
            }
        });
        return flat;
    }

    private static void put(Map<String, Object> flat, String name, @Nullable Object value) {
        if (value != null) {
            flat.put(name, value);
        }
    }
}
