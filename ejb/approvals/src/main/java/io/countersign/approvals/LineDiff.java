package io.countersign.approvals;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.countersign.kernel.VisibleText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The difference of two values, line by line, whole, and never with two sides that look the same. */
public final class LineDiff {

    private static final int CONTEXT_LINES = 3;
    private static final int FILE_NAMES = 2;

    private LineDiff() {}

    public static List<String> of(AgreementDocument.Form form, @Nullable String before, @Nullable String after) {
        if (form == AgreementDocument.Form.VALUE || before == null || after == null) {
            return apart(Stream.concat(lines(form, "-", before), lines(form, "+", after))
                    .toList());
        }
        List<String> old = before.lines().toList();
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                "before", "after", old, DiffUtils.diff(old, after.lines().toList()), CONTEXT_LINES);
        // texts that differ in nothing but their line ends
        return diff.isEmpty()
                ? List.of("-" + VisibleText.spelledOut(before), "+" + VisibleText.spelledOut(after))
                : apart(diff.subList(FILE_NAMES, diff.size()));
    }

    private static Stream<String> lines(AgreementDocument.Form form, String sign, @Nullable String value) {
        if (value == null) {
            return Stream.empty();
        }
        Stream<String> lines = form == AgreementDocument.Form.VALUE ? Stream.of(value) : value.lines();
        return lines.map(line -> sign + line);
    }

    /** Spells out those lines of one side that have the look of a line of the other side. */
    private static List<String> apart(List<String> lines) {
        Map<String, Set<Character>> signsOfLook = new HashMap<>();
        lines.stream().filter(LineDiff::isSided).forEach(line -> signsOfLook
                .computeIfAbsent(VisibleText.look(line.substring(1)), look -> new HashSet<>())
                .add(line.charAt(0)));
        return lines.stream()
                .map(line -> isSided(line) && isOnBothSides(signsOfLook, line)
                        ? line.charAt(0) + VisibleText.spelledOut(line.substring(1))
                        : line)
                .collect(Collectors.toList());
    }

    private static boolean isOnBothSides(Map<String, Set<Character>> signsOfLook, String line) {
        Set<Character> signs = signsOfLook.get(VisibleText.look(line.substring(1)));
        return signs != null && signs.size() > 1;
    }

    private static boolean isSided(String line) {
        return line.startsWith("-") || line.startsWith("+");
    }
}
