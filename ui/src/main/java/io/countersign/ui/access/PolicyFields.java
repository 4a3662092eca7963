package io.countersign.ui.access;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.ui.Form;
import java.util.List;
import java.util.Map;

/** The policy form as a draft. */
final class PolicyFields {

    private static final int USUAL_PRIORITY = 100;

    private PolicyFields() {}

    static PolicyDraft of(Form form) {
        boolean auto = form.text("kind").equals("auto");
        Integer priority = form.number("priority");
        return new PolicyDraft(
                form.text("name"),
                auto ? Policy.Kind.AUTO : Policy.Kind.SEVERITY,
                form.has("enabled"),
                priority == null ? USUAL_PRIORITY : priority,
                when(form),
                new Policy.Then(auto, auto ? null : rule(form), form.number("timeout_seconds")));
    }

    private static Policy.When when(Form form) {
        List<RiskLevel> risks =
                form.chosen("risk_levels").stream().map(RiskLevel::parse).toList();
        return new Policy.When(
                form.textOrNull("tool_name"),
                form.textOrNull("action_type"),
                form.uuidOrEmpty("workflow_uuid").orElse(null),
                risks,
                form.textOrNull("trigger_source"),
                form.textOrNull("organization_id"),
                form.decimal("max_confidence"),
                form.textOrNull("secret"),
                form.textOrNull("host"),
                form.textOrNull("integration"),
                form.textOrNull("action"));
    }

    private static Rule rule(Form form) {
        Integer rejections = form.number("required_rejections");
        Map<String, Object> quorum = form.json("quorum");
        return new Rule(
                ApprovalType.parse(form.text("approval_type")),
                form.words("required_roles"),
                form.number("required_approvers"),
                rejections == null ? 1 : rejections,
                form.words("approvers"),
                quorum.isEmpty() ? null : Quorum.parse(quorum));
    }
}
