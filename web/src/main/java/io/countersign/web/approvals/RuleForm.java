package io.countersign.web.approvals;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.Rule;
import io.countersign.web.BodyFields;
import java.util.List;
import java.util.Map;

/** Reads who has to agree, from the fields that requests and policies share. */
public final class RuleForm {

    private RuleForm() {}

    /** The rule; whether enough people exist for it is the domain's to say. */
    public static Rule read(BodyFields form, ApprovalType byDefault) {
        String type = form.word("approval_type", "auto", "manual", "single", "multi", "unanimous", "emergency");
        List<String> roles = form.texts("required_roles");
        List<String> approvers = form.texts("approvers");
        Integer people = form.integer("required_approvers");
        Integer rejections = form.integer("required_rejections");
        Map<String, Object> quorum = form.object("quorum");
        if (people != null && people < 1) {
            form.error("required_approvers", "must be 1 or more");
        }
        if (rejections != null && rejections < 1) {
            form.error("required_rejections", "must be 1 or more");
        }
        Rule rule = new Rule(
                type == null ? byDefault : ApprovalType.parse(type),
                roles == null ? List.of() : roles,
                people,
                rejections == null ? 1 : rejections,
                approvers == null ? List.of() : approvers,
                quorum == null ? null : Quorum.parse(quorum));
        rule.idle().forEach(form::error);
        return rule;
    }
}
