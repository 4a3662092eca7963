package io.countersign.workflows;

import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.Rule;
import io.countersign.kernel.JsonFields;

/** Rules between the fields of a definition. */
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

    /**
     * What keeps anybody from asking by the rule is refused whoever left it; what is stated now and the type would not look at
     * must not be believed to hold, while what an older type left is idle.
     */
    private static void approval(Definition d, JsonFields form) {
        Rule rule = d.rule();
        rule.flaws().forEach(form::wrong);
        rule.idle().forEach((field, why) -> {
            if (form.has(field)) {
                form.wrong(field, why);
            }
        });
    }
}
