package io.countersign.web.rules;

import static io.countersign.approvals.ApprovalFields.NAME;
import static io.countersign.approvals.ApprovalFields.RISK;
import static io.countersign.approvals.ApprovalFields.TIMEOUT;

import io.countersign.approvals.ApprovalFields;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.CatalogueDraft;
import io.countersign.approvals.CatalogueEntry;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.kernel.JsonFields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of the catalogue on the wire, both ways. */
final class ToolForm {

    private ToolForm() {}

    static CatalogueDraft read(JsonFields form) {
        CatalogueDraft draft = new CatalogueDraft(
                form.need("tool_name", NAME, ""),
                form.read("action_type", NAME),
                form.need("risk_level", RISK, RiskLevel.HIGH),
                ApprovalFields.rule(form, ApprovalType.MANUAL),
                form.read("timeout_seconds", TIMEOUT),
                form.read("organization_id", NAME));
        form.refuse();
        return draft;
    }

    /** The entry as callers see it. */
    static Map<String, @Nullable Object> wire(CatalogueEntry entry) {
        Map<String, @Nullable Object> wire = new LinkedHashMap<>();
        wire.put("uuid", entry.uuid());
        wire.putAll(writable(entry));
        wire.put("created_at", entry.createdAt());
        wire.put("updated_at", entry.updatedAt());
        return wire;
    }

    /** The fields that a caller may write, as a caller would write them. */
    static Map<String, Object> writable(CatalogueEntry entry) {
        Map<String, Object> wire = new LinkedHashMap<>();
        Rule rule = entry.rule();
        wire.put("tool_name", entry.toolName());
        put(wire, "action_type", entry.actionType());
        wire.put("risk_level", entry.riskLevel().toString());
        wire.put("approval_type", rule.type().toString());
        wire.put("required_roles", rule.requiredRoles());
        put(wire, "required_approvers", rule.requiredApprovers());
        wire.put("required_rejections", rule.requiredRejections());
        wire.put("approvers", rule.approvers());
        put(wire, "quorum", rule.quorum() == null ? null : rule.quorum().toMap());
        put(wire, "timeout_seconds", entry.timeoutSeconds());
        put(wire, "organization_id", entry.organizationId());
        return wire;
    }

    private static void put(Map<String, Object> wire, String name, @Nullable Object value) {
        if (value != null) {
            wire.put(name, value);
        }
    }
}
