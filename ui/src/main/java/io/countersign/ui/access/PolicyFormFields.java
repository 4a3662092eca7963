package io.countersign.ui.access;

import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.RiskLevel;
import io.countersign.ui.HtmlForm;
import java.util.List;

/** The policy form as a draft. */
final class PolicyFormFields {

    private static final int USUAL_PRIORITY = 100;

    private PolicyFormFields() {}

    static PolicyDraft of(HtmlForm form) {
        boolean auto = form.text("kind").equals("auto");
        Integer priority = form.number("priority");
        return new PolicyDraft(
                form.text("name"),
                auto ? Policy.Kind.AUTO : Policy.Kind.SEVERITY,
                form.has("enabled"),
                priority == null ? USUAL_PRIORITY : priority,
                when(form),
                new Policy.Then(auto, auto ? null : RuleFields.of(form), form.number("timeout_seconds")));
    }

    private static Policy.When when(HtmlForm form) {
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
}
