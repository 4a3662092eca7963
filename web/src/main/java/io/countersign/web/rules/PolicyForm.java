package io.countersign.web.rules;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.web.BodyFields;
import io.countersign.web.approvals.RuleForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A policy on the wire, both ways. */
final class PolicyForm {

    private static final int MAX_WORD = 200;
    private static final int MAX_HOST = 255;

    private PolicyForm() {}

    /** A whole body as a draft. */
    static PolicyDraft read(BodyFields form) {
        PolicyDraft draft = fields(form);
        form.done();
        return draft;
    }

    /** The fields of a draft; complaints stay in the form. */
    static PolicyDraft fields(BodyFields form) {
        form.require("kind", "then").notNull("enabled", "priority", "when");
        String name = form.said("name", MAX_WORD);
        String kind = form.word("kind", "auto", "severity");
        Boolean enabled = form.flag("enabled");
        Integer priority = form.integer("priority");
        Policy.When when = form.nested("when", PolicyForm::when);
        boolean auto = "auto".equals(kind);
        Policy.Then then = form.nested("then", inner -> then(inner, auto));
        return new PolicyDraft(
                name,
                auto ? Policy.Kind.AUTO : Policy.Kind.SEVERITY,
                enabled == null || enabled,
                priority == null ? 100 : priority,
                when == null ? new Policy.When(null, null, null, List.of(), null, null, null) : when,
                then == null ? new Policy.Then(false, null, null) : then);
    }

    private static Policy.When when(BodyFields form) {
        String tool = form.text("tool_name", MAX_WORD);
        String action = form.text("action_type", MAX_WORD);
        UUID workflow = form.uuid("workflow_uuid");
        List<String> risks = form.texts("risk_levels");
        List<String> known = List.of("low", "medium", "high", "critical");
        if (risks != null && !known.containsAll(risks)) {
            form.error("risk_levels", "must be of " + String.join(", ", known));
            risks = null;
        }
        return new Policy.When(
                tool,
                action,
                workflow,
                risks == null ? List.of() : risks.stream().map(RiskLevel::parse).toList(),
                form.word("trigger_source", "human", "agent"),
                form.text("organization_id", MAX_WORD),
                form.number("max_confidence"),
                form.text("secret", MAX_WORD),
                form.text("host", MAX_HOST),
                form.text("integration", MAX_WORD),
                form.text("action", MAX_WORD));
    }

    private static Policy.Then then(BodyFields form, boolean auto) {
        String decision = form.word("decision", "approve");
        boolean ruled = form.filled("approval_type");
        Integer timeout = form.integer("timeout_seconds");
        Rule rule = RuleForm.read(form, ApprovalType.MANUAL);
        if (timeout != null && (timeout < 30 || timeout > 604_800)) {
            form.error("timeout_seconds", "must be between 30 and 604800");
        }
        if (auto && decision == null) {
            form.error("decision", "must be approve for a policy of kind auto");
        }
        if (!auto && !ruled) {
            form.error("approval_type", "is required for a policy of kind severity");
        }
        if (!auto && decision != null) {
            form.error("decision", "is for policies of kind auto");
        }
        return new Policy.Then(auto, auto ? null : rule, timeout);
    }

    /** The policy as callers see it. */
    static Map<String, @Nullable Object> wire(Policy policy) {
        Map<String, @Nullable Object> wire = new LinkedHashMap<>();
        wire.put("uuid", policy.uuid());
        wire.putAll(writable(policy));
        wire.put("created_at", policy.createdAt());
        wire.put("updated_at", policy.updatedAt());
        return wire;
    }

    /** The fields that a caller may write, as a caller would write them. */
    static Map<String, Object> writable(Policy policy) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("name", policy.name());
        wire.put("kind", policy.kind().name().toLowerCase(Locale.ROOT));
        wire.put("enabled", policy.enabled());
        wire.put("priority", policy.priority());
        wire.put("when", when(policy.when()));
        wire.put("then", then(policy.then()));
        return wire;
    }

    private static Map<String, Object> when(Policy.When when) {
        Map<String, Object> wire = new LinkedHashMap<>();
        put(wire, "tool_name", when.toolName());
        put(wire, "action_type", when.actionType());
        put(
                wire,
                "workflow_uuid",
                when.workflowUuid() == null ? null : when.workflowUuid().toString());
        wire.put(
                "risk_levels",
                when.riskLevels().stream().map(RiskLevel::toString).toList());
        put(wire, "trigger_source", when.triggerSource());
        put(wire, "organization_id", when.organizationId());
        put(wire, "max_confidence", when.maxConfidence());
        put(wire, "secret", when.secret());
        put(wire, "host", when.host());
        put(wire, "integration", when.integration());
        put(wire, "action", when.action());
        return wire;
    }

    private static Map<String, Object> then(Policy.Then then) {
        Map<String, Object> wire = new LinkedHashMap<>();
        if (then.approve()) {
            wire.put("decision", "approve");
        }
        Rule rule = then.rule();
        if (rule != null) {
            wire.put("approval_type", rule.type().toString());
            wire.put("required_roles", rule.requiredRoles());
            put(wire, "required_approvers", rule.requiredApprovers());
            wire.put("required_rejections", rule.requiredRejections());
            wire.put("approvers", rule.approvers());
            put(wire, "quorum", rule.quorum() == null ? null : rule.quorum().toMap());
        }
        put(wire, "timeout_seconds", then.timeoutSeconds());
        return wire;
    }

    private static void put(Map<String, Object> wire, String name, @Nullable Object value) {
        if (value != null) {
            wire.put(name, value);
        }
    }
}
