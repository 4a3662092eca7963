package io.countersign.ui.workflows;

import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.JsonText;
import io.countersign.ui.Pages;
import io.countersign.ui.Retry;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a new or an existing workflow. */
@Named
@RequestScoped
public class WorkflowEditPage {

    /** The kinds of thing that a workflow can act on. */
    public static final List<String> INDICATOR_TYPES =
            List.of("ip", "domain", "hash_md5", "hash_sha1", "hash_sha256", "url", "email", "account");

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

    @Inject
    Workflows workflows;

    @Inject
    CurrentUser currentUser;

    @Inject
    Retry form;

    @Inject
    JsonText json;

    @Inject
    HttpServletRequest request;

    private @Nullable Workflow workflow;

    /** Reads the workflow that is edited, if it is not a new one. */
    public void open() {
        currentUser.actor().requireScope(Scopes.WORKFLOWS_WRITE);
        String id = request.getMethod().equals("POST") ? Pages.filter(request, "workflow") : null;
        if (id != null) {
            workflow = workflows.get(UUID.fromString(id), currentUser.actor());
        } else if (!request.getMethod().equals("POST") && request.getPathInfo() != null) {
            workflow = workflows.get(Pages.idInPath(request, "workflow"), currentUser.actor());
        }
    }

    /** What is stored; null for a new workflow. */
    public @Nullable Workflow getWorkflow() {
        return workflow;
    }

    public boolean isNew() {
        return workflow == null;
    }

    /** The state that the form was opened on: a change by somebody else in between is a conflict, not an overwriting. */
    public Object getEtag() {
        return form.value("etag", workflow == null ? "" : workflow.etag());
    }

    /** What a field shows: what was typed, what is stored, or the default. */
    public Object value(String field) {
        return form.value(field, stored(field));
    }

    /** Whether an indicator type is ticked. */
    public boolean takes(String type) {
        return form.ticked("indicator_types", type, workflow == null ? List.of() : workflow.indicatorTypes());
    }

    public List<String> getIndicatorTypes() {
        return INDICATOR_TYPES;
    }

    /** The lines that the last check complained of, for the editor. */
    public String getBadLines() {
        return form.getFindings().stream()
                .map(finding -> finding instanceof Map<?, ?> map ? String.valueOf(map.get("line")) : "")
                .filter(line -> line.matches("[1-9]\\d*"))
                .collect(Collectors.joining(","));
    }

    private @Nullable Object stored(String field) {
        Workflow w = workflow;
        if (w == null) {
            return fresh(field);
        }
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
            case "quorum" -> json.of(w.quorum());
            case "approval_timeout_seconds" -> w.approvalTimeoutSeconds();
            case "reminder_after_seconds" -> w.reminderAfterSeconds();
            case "allowed_hosts" -> String.join(", ", w.allowedHosts());
            case "allowed_secrets" -> String.join(", ", w.allowedSecrets());
            case "endpoint_url" -> w.endpoint() == null ? "" : w.endpoint().url();
            case "endpoint_method" ->
                w.endpoint() == null ? "POST" : w.endpoint().method();
            case "endpoint_headers" ->
                w.endpoint() == null ? "" : json.of(w.endpoint().headers());
            case "endpoint_secret_headers" ->
                w.endpoint() == null ? "" : json.of(w.endpoint().secretHeaders());
            default -> "";
        };
    }

    private static Object fresh(String field) {
        return switch (field) {
            case "kind" -> "script";
            case "code" -> FIRST_SCRIPT;
            case "risk_level" -> "medium";
            case "timeout_seconds" -> 300;
            case "retry_count" -> 0;
            case "approval_mode" -> "always";
            case "approval_type" -> "manual";
            case "required_rejections" -> 1;
            case "approval_timeout_seconds" -> 3600;
            case "endpoint_method" -> "POST";
            default -> "";
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
