package io.countersign.approvals;

import io.countersign.approvals.AgreementDocument.Entry;
import io.countersign.approvals.AgreementDocument.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an agreement document differs from the last one that people agreed to for the same workflow or tool.
 *
 * @param kind what is compared
 * @param requestNumber the request that was agreed to; null when there is none
 * @param agreedAt when that was
 * @param changes every entry that is not the same, in reading order
 */
public record AgreementComparison(
        Kind kind, @Nullable String requestNumber, @Nullable Instant agreedAt, List<Change> changes) {

    /**
     * One entry that differs.
     *
     * @param lines the difference line by line: {@code - old}, {@code + new}, others unchanged or {@code @@}
     */
    public record Change(Part part, String label, List<String> lines) {

        /** As one text. */
        public String text() {
            return String.join("\n", lines);
        }
    }

    public AgreementComparison {
        changes = List.copyOf(changes);
    }

    /** Nothing was agreed to before. */
    public static AgreementComparison none(Kind kind) {
        return new AgreementComparison(kind, null, null, List.of());
    }

    /** What changed since the request of that kind and number, whose document the first one is. */
    public static AgreementComparison between(
            AgreementDocument before,
            AgreementDocument after,
            Kind kind,
            String requestNumber,
            @Nullable Instant agreedAt) {
        List<Change> changes = new ArrayList<>();
        for (Part part : Part.values()) {
            after.of(part).forEach(entry -> compare(before.value(part, entry.label()), entry, entry.value(), changes));
            before.of(part).stream()
                    .filter(entry -> after.find(part, entry.label()).isEmpty())
                    .forEach(entry -> compare(entry.value(), entry, null, changes));
        }
        return new AgreementComparison(kind, requestNumber, agreedAt, changes);
    }

    private static void compare(@Nullable String before, Entry entry, @Nullable String after, List<Change> changes) {
        if (before == null || !before.equals(after)) {
            changes.add(new Change(entry.part(), entry.label(), LineDiff.of(entry.form(), before, after)));
        }
    }

    /** The same without what other people's inputs and reasons were, for whoever may not see those. */
    AgreementComparison ofTerms() {
        return new AgreementComparison(
                kind,
                requestNumber,
                agreedAt,
                changes.stream().filter(change -> isOfTerms(change.part())).toList());
    }

    private static boolean isOfTerms(Part part) {
        return part == Part.WHAT_RUNS || part == Part.WITH_WHAT || part == Part.RULE;
    }

    /** Whether there is something to compare with. */
    public boolean isThere() {
        return requestNumber != null;
    }

    /** Whether what runs, and what it runs with, is the same to the last character as last time. */
    public boolean runsTheSame() {
        return isThere()
                && changes.stream()
                        .noneMatch(change -> change.part() == Part.WHAT_RUNS || change.part() == Part.WITH_WHAT);
    }

    /** What the comparison says, in a sentence. */
    public String sentence() {
        if (kind == Kind.CHANGE) {
            return "A change is agreed to by itself: what it changes is shown line by line.";
        }
        if (!isThere()) {
            return "Nothing of this kind has been approved before.";
        }
        if (runsTheSame()) {
            return "The same " + (kind == Kind.WORKFLOW ? "code" : "tool")
                    + " was approved last time, with the same hosts, secrets and limits (" + requestNumber + ").";
        }
        long differ =
                changes.stream().filter(change -> isOfTerms(change.part())).count();
        return "What would run, or what it may use, is not what was approved last time (" + requestNumber + "): "
                + differ + (differ == 1 ? " entry differs." : " entries differ.");
    }
}
