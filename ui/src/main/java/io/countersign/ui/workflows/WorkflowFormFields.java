package io.countersign.ui.workflows;

import io.countersign.ui.HtmlForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The editor's form in the contract's field names and shapes. Ranges and rules are checked by the door, not here. */
final class WorkflowFormFields {

    private static final List<String> TEXTS =
            List.of("name", "documentation", "risk_level", "approval_mode", "approval_type", "envelope");
    private static final List<String> TEXTS_OR_NULL = List.of("approval_channel", "organization_id");
    private static final List<String> NUMBERS = List.of(
            "timeout_seconds",
            "retry_count",
            "time_saved_minutes",
            "required_approvers",
            "required_rejections",
            "approval_timeout_seconds",
            "reminder_after_seconds");
    private static final List<String> WORDS =
            List.of("tags", "required_roles", "approvers", "allowed_hosts", "allowed_secrets");

    private WorkflowFormFields() {}

    static Map<String, Object> of(HtmlForm form) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        TEXTS.forEach(field -> fields.put(field, form.text(field)));
        TEXTS_OR_NULL.forEach(field -> fields.put(field, form.textOrNull(field)));
        NUMBERS.forEach(field -> fields.put(field, form.number(field)));
        WORDS.forEach(field -> fields.put(field, form.words(field)));
        fields.put("indicator_types", form.chosen("indicator_types"));
        Map<String, Object> quorum = form.json("quorum");
        fields.put("quorum", quorum.isEmpty() ? null : quorum);
        fields.put("escalation", Steps.of(form));
        fields.put("limits", limits(form));
        if (form.text("kind").equals("http_endpoint")) {
            fields.put("endpoint", endpoint(form));
        } else {
            fields.put("code", form.raw("code"));
        }
        return withNulls(fields);
    }

    /** A limit without a number is the server's. */
    private static Map<String, Object> limits(HtmlForm form) {
        Map<String, Object> limits = new LinkedHashMap<>();
        for (LimitField limit : LimitField.ALL) {
            Long number = form.longNumber(limit.field());
            if (number != null) {
                limits.put(limit.name(), number);
            }
        }
        return limits;
    }

    private static Map<String, Object> endpoint(HtmlForm form) {
        return Map.of(
                "url", form.text("endpoint.url"),
                "method", form.text("endpoint.method"),
                "headers", form.json("endpoint.headers"),
                "secret_headers", form.json("endpoint.secret_headers"));
    }

    /** An empty field is null for the door: it goes back to its default. */
    @SuppressWarnings({"unchecked", "NullAway"})
    private static Map<String, Object> withNulls(Map<String, @Nullable Object> fields) {
        return (Map<String, Object>) (Map<String, ?>) fields;
    }
}
