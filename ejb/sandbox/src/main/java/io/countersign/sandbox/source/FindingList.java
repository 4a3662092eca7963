package io.countersign.sandbox.source;

import io.countersign.sandbox.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Findings so far. Those that say the same, or speak of the same refused thing, become one with the number of its places. */
final class FindingList {
    private static final int LINES_NAMED = 5;

    private final Map<String, List<Finding>> byMatter = new LinkedHashMap<>();

    /** A finding that is one with others of the same code and words. */
    void add(Finding finding) {
        add(finding.code() + " " + finding.message(), finding);
    }

    /** A finding that is one with others about the same matter, whatever their words. */
    void add(String matter, Finding finding) {
        byMatter.computeIfAbsent(matter, m -> new ArrayList<>()).add(finding);
    }

    boolean isEmpty() {
        return byMatter.isEmpty();
    }

    void addAll(FindingList others) {
        others.byMatter.forEach((matter, findings) -> findings.forEach(f -> add(matter, f)));
    }

    /** One for each matter, at its first place. */
    List<Finding> merged() {
        return byMatter.values().stream().map(FindingList::merged).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Finding merged(List<Finding> same) {
        TreeSet<Finding> places = new TreeSet<>(same);
        Finding first = places.first();
        long others = places.stream().map(FindingList::place).distinct().count() - 1;
        if (others == 0) {
            return first;
        }
        List<String> lines = places.stream()
                .skip(1)
                .map(f -> String.valueOf(f.line()))
                .distinct()
                .collect(Collectors.toList());
        String where = lines.size() > LINES_NAMED ? "" : " (line " + String.join(", ", lines) + ")";
        String more = "; and " + others + (others == 1 ? " more place" : " more places") + where;
        return new Finding(first.line(), first.column(), first.code(), first.message() + more);
    }

    private static String place(Finding f) {
        return f.line() + ":" + f.column();
    }
}
