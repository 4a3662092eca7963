package io.countersign.ui.workflows;

import io.countersign.ui.PageJson;
import io.countersign.workflows.GeneratedScript;
import io.countersign.workflows.Workflow;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the editor's fields begin with: what is stored of a workflow, or what a new one usually has. */
final class EditorValues {

    private static final String FIRST_SCRIPT = """
            import io.countersign.script.*;
            import java.util.Map;

            public class MyWorkflow implements Workflow {
                @Override
                public WorkflowResult run(WorkflowContext ctx) {
                    String value = ctx.indicator().value();
                    ctx.log().info("asked about " + value);
                    return WorkflowResult.ok("Nothing to do for " + value, Map.of());
                }
            }
            """;

    private EditorValues() {}

    static @Nullable Object stored(Workflow w, String field, PageJson json) {
        return switch (field) {
            case "name" -> w.name();
            case "kind" -> w.kind().wire();
            case "code" -> w.code();
            case "documentation" -> w.documentation();
            case "tags" -> String.join(", ", w.tags());
            case "risk_level" -> lower(w.riskLevel());
            case "timeout_seconds" -> w.timeoutSeconds();
            case "retry_count" -> w.retryCount();
            case "time_saved_minutes" -> w.timeSavedMinutes();
            case "approval_mode" -> lower(w.approvalMode());
            case "approval_type" -> lower(w.approvalType());
            case "required_roles" -> String.join(", ", w.requiredRoles());
            case "required_approvers" -> w.requiredApprovers();
            case "required_rejections" -> w.requiredRejections();
            case "approvers" -> String.join(", ", w.approvers());
            case "quorum" -> w.quorum() == null ? "" : json.of(w.quorum().toMap());
            case "envelope" -> w.envelope();
            case "approval_timeout_seconds" -> w.approvalTimeoutSeconds();
            case "approval_channel" -> w.approvalChannel();
            case "organization_id" -> w.organizationId();
            case "reminder_after_seconds" -> w.reminderAfterSeconds();
            case "allowed_hosts" -> String.join(", ", w.allowedHosts());
            case "allowed_secrets" -> String.join(", ", w.allowedSecrets());
            case "endpoint.url" -> w.endpoint() == null ? "" : w.endpoint().url();
            case "endpoint.method" ->
                w.endpoint() == null ? "POST" : w.endpoint().method();
            case "endpoint.headers" ->
                w.endpoint() == null ? "" : json.of(w.endpoint().headers());
            case "endpoint.secret_headers" ->
                w.endpoint() == null ? "" : json.of(w.endpoint().secretHeaders());
            default -> field.startsWith("limits.") ? w.limits().get(field.substring("limits.".length())) : "";
        };
    }

    static Object fresh(String field, @Nullable GeneratedScript written) {
        return switch (field) {
            case "name" -> written == null ? "" : written.suggestedName();
            case "documentation" -> written == null ? "" : written.suggestedDocumentation();
            case "code" -> written == null ? FIRST_SCRIPT : written.generatedCode();
            case "kind" -> "script";
            case "risk_level" -> "medium";
            case "timeout_seconds" -> 300;
            case "retry_count" -> 0;
            case "approval_mode" -> "always";
            case "approval_type" -> "manual";
            case "envelope" -> "record";
            case "required_rejections" -> 1;
            case "endpoint.method" -> "POST";
            default -> "";
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
