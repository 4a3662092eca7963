package io.countersign.approvals.policy;

import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.json.StoredJson;
import io.countersign.approvals.request.RuleJson;
import io.countersign.kernel.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A policy's conditions and outcome as they are stored and shown. */
public final class PolicyJson {

    private PolicyJson() {}

    public static Policy read(PolicyRow row) {
        return new Policy(
                row.id,
                row.name,
                row.kind,
                row.enabled,
                row.priority,
                when(CanonicalJson.parseObject(row.conditions)),
                then(CanonicalJson.parseObject(row.outcome)),
                row.createdAt,
                row.updatedAt,
                String.valueOf(row.version == null ? 0 : row.version));
    }

    public static Map<String, Object> toMap(Policy.When when) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "tool_name", when.toolName());
        put(map, "action_type", when.actionType());
        put(
                map,
                "workflow_uuid",
                when.workflowUuid() == null ? null : when.workflowUuid().toString());
        map.put(
                "risk_levels",
                when.riskLevels().stream().map(RiskLevel::toString).toList());
        put(map, "trigger_source", when.triggerSource());
        put(map, "organization_id", when.organizationId());
        put(map, "max_confidence", when.maxConfidence());
        put(map, "secret", when.secret());
        put(map, "host", when.host());
        put(map, "integration", when.integration());
        put(map, "action", when.action());
        return map;
    }

    static Policy.When when(Map<String, Object> map) {
        String workflow = text(map.get("workflow_uuid"));
        return new Policy.When(
                text(map.get("tool_name")),
                text(map.get("action_type")),
                workflow == null ? null : UUID.fromString(workflow),
                StoredJson.strings(map.get("risk_levels")).stream()
                        .map(RiskLevel::parse)
                        .toList(),
                text(map.get("trigger_source")),
                text(map.get("organization_id")),
                map.get("max_confidence") instanceof Number number ? Double.valueOf(number.doubleValue()) : null,
                text(map.get("secret")),
                text(map.get("host")),
                text(map.get("integration")),
                text(map.get("action")));
    }

    public static Map<String, Object> toMap(Policy.Then then) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (then.approve()) {
            map.put("decision", "approve");
        }
        if (then.rule() != null) {
            map.putAll(RuleJson.toMap(then.rule()));
        }
        put(map, "timeout_seconds", then.timeoutSeconds());
        return map;
    }

    static Policy.Then then(Map<String, Object> map) {
        return new Policy.Then(
                "approve".equals(map.get("decision")),
                map.containsKey("approval_type") ? RuleJson.fromMap(map) : null,
                map.get("timeout_seconds") instanceof Number number ? Integer.valueOf(number.intValue()) : null);
    }

    public static Map<String, Object> toMap(PolicyDraft draft) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", draft.name());
        map.put("kind", draft.kind().toString());
        map.put("enabled", draft.enabled());
        map.put("priority", draft.priority());
        map.put("when", toMap(draft.when()));
        map.put("then", toMap(draft.then()));
        return map;
    }

    public static PolicyDraft draft(Map<String, Object> map) {
        Policy.Kind kind = "auto".equals(map.get("kind")) ? Policy.Kind.AUTO : Policy.Kind.SEVERITY;
        return new PolicyDraft(
                String.valueOf(map.get("name")),
                kind,
                Boolean.TRUE.equals(map.get("enabled")),
                map.get("priority") instanceof Number number ? number.intValue() : 0,
                when(Objects.requireNonNullElse(StoredJson.object(map.get("when")), Map.of())),
                then(Objects.requireNonNullElse(StoredJson.object(map.get("then")), Map.of())));
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : String.valueOf(value);
    }
}
