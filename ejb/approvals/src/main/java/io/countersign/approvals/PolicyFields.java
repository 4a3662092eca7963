package io.countersign.approvals;

import static io.countersign.approvals.ApprovalFields.CONFIDENCE;
import static io.countersign.approvals.ApprovalFields.NAME;
import static io.countersign.approvals.ApprovalFields.RISK;
import static io.countersign.approvals.ApprovalFields.TIMEOUT;
import static io.countersign.kernel.FieldType.anything;
import static io.countersign.kernel.FieldType.constant;
import static io.countersign.kernel.FieldType.flag;
import static io.countersign.kernel.FieldType.integer;
import static io.countersign.kernel.FieldType.namesOf;
import static io.countersign.kernel.FieldType.object;
import static io.countersign.kernel.FieldType.oneOf;
import static io.countersign.kernel.FieldType.text;
import static io.countersign.kernel.FieldType.uuid;

import io.countersign.approvals.policy.PolicyJson;
import io.countersign.kernel.JsonFields;
import io.countersign.security.SecretName;
import java.util.List;
import java.util.Map;

/** A policy as callers write it; {@link PolicyChecks} judges what needs more than the fields. */
public final class PolicyFields {

    private static final int MAX_HOST = 255;
    private static final Policy.When ANYTHING = new Policy.When(null, null, null, List.of(), null, null, null);
    private static final Policy.Then NOTHING = new Policy.Then(false, null, null);
    private static final List<String> RULE = List.of(
            "approval_type",
            "required_roles",
            "required_approvers",
            "required_rejections",
            "approvers",
            "quorum",
            "timeout_seconds");

    private PolicyFields() {}

    /** The fields of a policy as a caller would write them. */
    public static Map<String, Object> toMap(PolicyDraft draft) {
        return PolicyJson.toMap(draft);
    }

    /** The draft that {@link #toMap} wrote. */
    public static PolicyDraft fromMap(Map<String, Object> map) {
        return PolicyJson.draft(map);
    }

    /** The policy that the fields state; what is wrong with it is noted there. */
    public static PolicyDraft read(JsonFields form) {
        form.notNull("enabled", "priority", "when");
        Policy.Kind kind = form.need("kind", constant(Policy.Kind.values()), Policy.Kind.SEVERITY);
        return new PolicyDraft(
                form.need("name", NAME, ""),
                kind,
                form.read("enabled", flag(), true),
                form.read("priority", integer(0, Policy.MAX_PRIORITY), 100),
                form.read("when", object(PolicyFields::when), ANYTHING),
                form.need("then", object(inner -> then(inner, kind)), NOTHING));
    }

    private static Policy.When when(JsonFields form) {
        return new Policy.When(
                form.read("tool_name", NAME),
                form.read("action_type", NAME),
                form.read("workflow_uuid", uuid()),
                form.read("risk_levels", namesOf(RISK, RiskLevel.values().length), List.of()),
                form.read("trigger_source", oneOf(List.of("human", "agent"))),
                form.read("organization_id", NAME),
                form.read("max_confidence", CONFIDENCE),
                form.read("secret", SecretName.FIELD),
                form.read("host", text(1, MAX_HOST)),
                form.read("integration", NAME),
                form.read("action", NAME));
    }

    private static Policy.Then then(JsonFields form, Policy.Kind kind) {
        boolean ruled = form.filled("approval_type");
        String decision = form.read("decision", oneOf(List.of("approve")));
        Integer timeout = form.read("timeout_seconds", TIMEOUT);
        Rule rule = ApprovalFields.rule(form, ApprovalType.MANUAL);
        boolean auto = kind == Policy.Kind.AUTO;
        if (auto) {
            refuseIdle(form);
        } else if (!ruled) {
            form.wrong("approval_type", "is required for a policy of kind severity");
        }
        if (auto && decision == null) {
            form.wrong("decision", "must be approve for a policy of kind auto");
        }
        if (!auto && decision != null) {
            form.wrong("decision", "belongs to policies of kind auto");
        }
        return new Policy.Then(auto, auto ? null : rule, timeout);
    }

    /** Nobody is asked where a policy approves: a rule beside that would not hold. */
    private static void refuseIdle(JsonFields form) {
        for (String field : RULE) {
            if (form.filled(field) && !"auto".equals(form.read(field, anything()))) {
                form.wrong(field, "belongs to policies of kind severity");
            }
        }
    }
}
