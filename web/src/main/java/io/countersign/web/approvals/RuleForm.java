package io.countersign.web.approvals;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.Rule;
import io.countersign.web.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads who has to agree, from the fields that requests and policies share. */
public final class RuleForm {

    private RuleForm() {}

    /** What the type would not look at must not be believed to hold. */
    private static void refuseIdle(
            Form form, ApprovalType type, @Nullable Integer people, @Nullable List<String> approvers) {
        boolean byName = type == ApprovalType.SINGLE || type == ApprovalType.UNANIMOUS;
        if (!byName && approvers != null && !approvers.isEmpty()) {
            form.error("approvers", "belongs to the approval types single and unanimous");
        }
        boolean counted = type == ApprovalType.MULTI || type == ApprovalType.UNANIMOUS;
        if (!counted && people != null && people > 1) {
            form.error("required_approvers", "belongs to the approval type multi");
        }
    }

    /** The rule; whether enough people exist for it is the domain's to say. */
    public static Rule read(Form form, ApprovalType byDefault) {
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
        refuseIdle(form, type == null ? byDefault : ApprovalType.parse(type), people, approvers);
        return new Rule(
                type == null ? byDefault : ApprovalType.parse(type),
                roles == null ? List.of() : roles,
                people,
                rejections == null ? 1 : rejections,
                approvers == null ? List.of() : approvers,
                quorum == null ? null : Quorum.parse(quorum));
    }
}
