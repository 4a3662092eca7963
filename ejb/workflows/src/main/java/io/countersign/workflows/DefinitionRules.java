package io.countersign.workflows;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.Rule;
import java.util.List;

/** What fields demand of each other. */
final class DefinitionRules {
    private DefinitionRules() {}

    static void check(Definition d, JsonFields form) {
        if (d.textOrNull("name") == null && !form.has("name")) {
            form.wrong("name", "is required");
        } else if (form.has("name") && form.isNull("name")) {
            form.wrong("name", "is required");
        }
        if (d.text("kind").equals(WorkflowKind.HTTP_ENDPOINT.wire())) {
            if (d.mapOrNull("endpoint") == null) {
                form.wrong("endpoint", "is required for the kind http_endpoint");
            }
        } else if (d.mapOrNull("endpoint") != null) {
            form.wrong("endpoint", "belongs to the kind http_endpoint");
        }
        grants(d, form);
        approval(d, form);
        int expiry = d.integer("approval_timeout_seconds");
        Integer reminder = d.integerOrNull("reminder_after_seconds");
        if (reminder != null && reminder >= expiry) {
            form.wrong("reminder_after_seconds", "must be shorter than approval_timeout_seconds (" + expiry + ")");
        }
        for (EscalationStep step : d.escalation()) {
            if (step.afterSeconds() >= expiry) {
                form.wrong(
                        "escalation", "after_seconds must be shorter than approval_timeout_seconds (" + expiry + ")");
            } else if (step.roles().isEmpty() && step.channel() == null) {
                form.wrong("escalation", "a step needs roles or a channel");
            } else if (step.widen() && step.roles().isEmpty()) {
                form.wrong("escalation", "widen needs roles that may decide from then on");
            }
        }
    }

    /** A header that is filled from a secret sends it somewhere: the workflow has to be granted it. */
    private static void grants(Definition d, JsonFields form) {
        Endpoint endpoint = d.endpoint();
        boolean stated = form.has("endpoint") | form.has("allowed_secrets") | form.has("state");
        if (endpoint == null || !stated) {
            return;
        }
        endpoint.secretHeaders().forEach((header, secret) -> {
            if (!d.texts("allowed_secrets").contains(secret)) {
                form.wrong(
                        "endpoint.secret_headers." + header, secret + " is not granted: it is not in allowed_secrets");
            }
        });
    }

    /** What is stated now and the type would not look at must not be believed to hold; what an older type left is idle. */
    private static void refuseIdle(Definition d, JsonFields form) {
        Rule rule = new Rule(
                ApprovalType.parse(d.text("approval_type")),
                List.of(),
                d.integerOrNull("required_approvers"),
                1,
                d.texts("approvers"),
                null);
        rule.idle().forEach((field, why) -> {
            if (form.has(field)) {
                form.wrong(field, why);
            }
        });
    }

    private static void approval(Definition d, JsonFields form) {
        boolean quorum = d.mapOrNull("quorum") != null;
        switch (ApprovalType.parse(d.text("approval_type"))) {
            case MULTI -> {
                if (quorum == (d.integerOrNull("required_approvers") != null)) {
                    form.wrong("required_approvers", "multi needs either required_approvers (2 or more) or a quorum");
                }
            }
            case SINGLE, UNANIMOUS -> {
                if (d.texts("approvers").isEmpty() && d.texts("required_roles").isEmpty()) {
                    form.wrong("approvers", d.text("approval_type") + " needs approvers or required_roles");
                }
            }
            case AUTO, MANUAL, EMERGENCY -> {}
        }
        refuseIdle(d, form);
        if (quorum && !d.text("approval_type").equals(ApprovalType.MULTI.toString())) {
            form.wrong("quorum", "belongs to the approval type multi");
        }
    }
}
