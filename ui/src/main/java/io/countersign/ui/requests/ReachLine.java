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
public record ReachLine(String verb, String what, String where) {
    private static final Pattern LINE = Pattern.compile("(\\S+) (.*?)(?: \\((line \\d+)\\))?");

    static List<ReachLine> all(List<String> outline) {
        return outline.stream().map(ReachLine::of).toList();
    }

    private static ReachLine of(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return new ReachLine("", line, "");
        }
        return new ReachLine(parts.group(1), parts.group(2), parts.group(3) == null ? "" : parts.group(3));
    }
}
