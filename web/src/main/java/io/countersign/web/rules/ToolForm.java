package io.countersign.web.rules;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.CatalogueDraft;
import io.countersign.approvals.CatalogueEntry;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.web.BodyFields;
import io.countersign.web.approvals.RuleForm;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of the catalogue on the wire, both ways. */
final class ToolForm {

    private static final int MAX_WORD = 200;

    private ToolForm() {}

    static CatalogueDraft read(BodyFields form) {
        form.require("tool_name", "risk_level");
        String tool = form.said("tool_name", MAX_WORD);
        String action = form.text("action_type", MAX_WORD);
        String risk = form.word("risk_level", "low", "medium", "high", "critical");
        Rule rule = RuleForm.read(form, ApprovalType.MANUAL);
        Integer timeout = form.integer("timeout_seconds");
        String organization = form.text("organization_id", MAX_WORD);
        form.done();
        return new CatalogueDraft(
                tool, action, risk == null ? RiskLevel.HIGH : RiskLevel.parse(risk), rule, timeout, organization);
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
