package io.countersign.workflows;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** Unified diffs between versions. */
final class Diff {
    private static final int CONTEXT_LINES = 3;

    private Diff() {}

    /** From {@code older} to {@code newer}; empty when they are equal. */
    static String unified(Version older, Version newer) {
        List<String> from = lines(older);
        List<String> to = lines(newer);
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                "version " + older.version(),
                "version " + newer.version(),
                from,
                DiffUtils.diff(from, to),
                CONTEXT_LINES);
        return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
    }

    private static List<String> lines(Version version) {
        String code = version.code();
        return code == null ? List.of() : code.lines().toList();
    }
}
