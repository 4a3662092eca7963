package io.countersign.ui.access;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.Rule;
import io.countersign.ui.HtmlForm;
import io.countersign.ui.PageJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has to agree, as the forms of policies and of the catalogue show and send it. */
final class RuleFields {

    private RuleFields() {}

    static Rule of(HtmlForm form) {
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

    /** What a field of the form shows of a stored rule. */
    static @Nullable Object stored(Rule rule, String field, PageJson json) {
        return switch (field) {
            case "approval_type" -> rule.type().toString();
            case "required_approvers" -> rule.requiredApprovers();
            case "required_rejections" -> rule.requiredRejections();
            case "required_roles" -> String.join(", ", rule.requiredRoles());
            case "approvers" -> String.join(", ", rule.approvers());
            case "quorum" -> rule.quorum() == null ? "" : json.of(rule.quorum().toMap());
            default -> "";
        };
    }

    /** The rule in a few words, for lists. */
    static String words(Rule rule) {
        String people = rule.requiredApprovers() == null ? "" : " by " + rule.requiredApprovers() + " people";
        String roles = rule.requiredRoles().isEmpty() ? "" : " with " + String.join(" or ", rule.requiredRoles());
        String names = rule.approvers().isEmpty() ? "" : " out of " + String.join(", ", rule.approvers());
        return rule.type() + people + roles + names;
    }
}
