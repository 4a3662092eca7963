package io.countersign.workflows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workflow before and after somebody's edit.
 *
 * @param row the workflow, locked; a new one is not stored yet
 * @param before what holds; the defaults for a new workflow
 * @param after what is to hold
 * @param oldCode the source that holds, null when there is none
 * @param newCode the source that is to hold, null when there is none
 * @param restored the version whose source comes back, null when none does
 */
record Edit(
        WorkflowRow row,
        Definition before,
        Definition after,
        @Nullable String oldCode,
        @Nullable String newCode,
        @Nullable Integer restored) {

    /** What differs, for the audit. */
    Map<String, Object> changes() {
        return before.changesTo(after);
    }

    /** Whether another source would run; a version that is restored counts as written. */
    boolean recoded() {
        return newCode != null && (restored != null || !newCode.equals(oldCode));
    }

    boolean isEmpty() {
        return changes().isEmpty() && !recoded();
    }

    boolean wasLive() {
        return before.text("state").equals(WorkflowState.ACTIVE.wire());
    }

    boolean isLive() {
        return after.text("state").equals(WorkflowState.ACTIVE.wire());
    }

    boolean goesLive() {
        return isLive() && !wasLive();
    }

    /** What held when the workflow was live last, or will be once it goes live by itself; null when it never was. */
    @Nullable
    Definition heldLast() {
        return wasLive() || row.builtin != null ? before : row.liveDefinition();
    }

    /** Whether runs that were asked for must not happen any more. */
    boolean stops() {
        return changesState() && !isLive();
    }

    boolean changesState() {
        return !before.text("state").equals(after.text("state"));
    }

    /** The names of what alters what would run or who may agree. */
    List<String> binding() {
        List<String> binding = new ArrayList<>(Definition.bindingAmong(changes().keySet()));
        if (recoded()) {
            binding.add(0, "code");
        }
        return binding;
    }

    /** The details of the audit entry. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (restored != null) {
            details.put("restored_version", restored);
        }
        if (!changes().isEmpty()) {
            details.put("changes", changes());
        }
        return details;
    }

    /** The same edit of a workflow that stays as live as it was. */
    Edit asDraft() {
        return new Edit(row, before, after.with("state", WorkflowState.DRAFT.wire()), oldCode, newCode, restored);
    }
}
