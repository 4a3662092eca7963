package io.countersign.ui.requests;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that a script's code would reach.
 *
 * @param verb the HTTP method, {@code calls} or {@code reads}
 * @param what the address, the operation or the secret
 * @param where {@code line 9}, or empty
 */
public record Reach(String verb, String what, String where) {
    private static final Pattern LINE = Pattern.compile("(\\S+) (.*?)(?: \\((line \\d+)\\))?");

    static List<Reach> all(List<String> outline) {
        return outline.stream().map(Reach::of).toList();
    }

    private static Reach of(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return new Reach("", line, "");
        }
        return new Reach(parts.group(1), parts.group(2), parts.group(3) == null ? "" : parts.group(3));
    }
}
