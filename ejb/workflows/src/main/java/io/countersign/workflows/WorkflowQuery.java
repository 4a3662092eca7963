package io.countersign.workflows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which workflows to list. Null or empty means no filter; archived ones are never listed.
 *
 * @param state a {@link WorkflowState} wire name
 * @param riskLevels {@link RiskLevel} wire names, any of which matches
 * @param kind a {@link WorkflowKind} wire name
 * @param indicatorType matches workflows that take this type, so those that take any as well
 * @param tag an exact tag
 * @param q words looked for in name and documentation, in any case
 * @param sortBy {@code name}, {@code state}, {@code risk_level}, {@code updated_at} or {@code created_at} (default)
 * @param sortOrder {@code asc} or {@code desc} (default)
 */
public record WorkflowQuery(
        @Nullable String state,
        List<String> riskLevels,
        @Nullable String kind,
        @Nullable String indicatorType,
        @Nullable String tag,
        @Nullable String q,
        @Nullable String sortBy,
        @Nullable String sortOrder) {

    /** Everything that is not archived, newest first. */
    public static WorkflowQuery all() {
        return new WorkflowQuery(null, List.of(), null, null, null, null, null, null);
    }

    /** Active ones only, by name: what agents see. */
    public static WorkflowQuery active() {
        return new WorkflowQuery(WorkflowState.ACTIVE.wire(), List.of(), null, null, null, null, "name", "asc");
    }
}
