package io.countersign.workflows;

import io.countersign.approvals.RiskLevel;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Refuses (422) words that are not in the contract, naming the parameter. */
    WorkflowQuery checked() {
        Map<String, Object> given = new HashMap<>();
        given.put("state", state);
        given.put("risk_level", riskLevels);
        given.put("kind", kind);
        given.put("indicator_type", indicatorType);
        given.put("sort_by", sortBy);
        given.put("sort_order", sortOrder);
        JsonFields form = new JsonFields(given);
        form.read("state", FieldType.oneOf(WorkflowState.values()));
        form.read("risk_level", FieldType.listOf(FieldType.oneOf(RiskLevel.values()), 4));
        form.read("kind", FieldType.oneOf(WorkflowKind.values()));
        form.read("indicator_type", FieldType.oneOf(IndicatorTypes.ALL));
        form.read("sort_by", FieldType.oneOf(List.of("name", "state", "risk_level", "updated_at", "created_at")));
        form.read("sort_order", FieldType.oneOf(List.of("asc", "desc")));
        form.refuse();
        return this;
    }
}
