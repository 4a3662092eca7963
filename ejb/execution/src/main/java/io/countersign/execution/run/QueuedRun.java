package io.countersign.execution.run;

import io.countersign.execution.CalledTool;
import io.countersign.execution.RunKind;
import io.countersign.kernel.CanonicalJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was frozen when it was asked for: everything a worker needs to run exactly that.
 *
 * @param workflowUuid null for a call of a tool
 * @param workflowName its name, or the tool's
 * @param arguments {@code indicator}, {@code alert}, {@code alert_uuid}, {@code parameters} and, where there is one, the
 *     {@code endpoint}
 * @param codeVersion 0 for a call of a tool
 * @param sha256 digest of what would run: the workflow's code, or the tool's fingerprint
 * @param bindingSha256 digest of the workflow's or the server's definition as far as agreement depends on it
 * @param tool the tool that is called, null for the execution of a workflow
 */
public record QueuedRun(
        UUID uuid,
        @Nullable UUID workflowUuid,
        String workflowName,
        String triggerType,
        String requestedBy,
        Map<String, Object> triggerContext,
        Map<String, Object> arguments,
        String argumentsSha256,
        int codeVersion,
        String sha256,
        String bindingSha256,
        @Nullable Integer timeSavedMinutes,
        Instant queuedAt,
        @Nullable UUID approvalRequestUuid,
        @Nullable String organizationId,
        @Nullable CalledTool tool) {

    /** Under which the arguments of a call of a tool keep the text that goes out. */
    public static final String SENT = "sent";

    /** The execution of a workflow. */
    public QueuedRun(
            UUID uuid,
            UUID workflowUuid,
            String workflowName,
            String triggerType,
            String requestedBy,
            Map<String, Object> triggerContext,
            Map<String, Object> arguments,
            String argumentsSha256,
            int codeVersion,
            String sha256,
            String bindingSha256,
            @Nullable Integer timeSavedMinutes,
            Instant queuedAt,
            @Nullable UUID approvalRequestUuid,
            @Nullable String organizationId) {
        this(
                uuid,
                workflowUuid,
                workflowName,
                triggerType,
                requestedBy,
                triggerContext,
                arguments,
                argumentsSha256,
                codeVersion,
                sha256,
                bindingSha256,
                timeSavedMinutes,
                queuedAt,
                approvalRequestUuid,
                organizationId,
                null);
    }

    /** The workflow of a run that executes one. */
    public UUID workflow() {
        return Objects.requireNonNull(workflowUuid, "a call of a tool has no workflow");
    }

    public RunKind kind() {
        return tool == null ? RunKind.WORKFLOW : RunKind.TOOL_CALL;
    }

    /** What it was given, beside an indicator and an alert. */
    public Map<String, Object> parameters() {
        return tool == null
                ? RunJson.plain(arguments.get("parameters"))
                : CanonicalJson.parseObject(String.valueOf(arguments.get(SENT)));
    }

    /** What the audit log says of what it runs. */
    public Map<String, Object> auditDetails() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (tool == null) {
            details.put("workflow_uuid", workflow().toString());
            details.put("code_version", codeVersion);
        } else {
            details.put("tool_name", tool.name());
            details.put("mcp_server_uuid", tool.server().toString());
        }
        details.put("sha256", sha256);
        return details;
    }

    public boolean byAgent() {
        return triggerType.equals("agent");
    }

    /** The name of the key or user that asked. */
    public String label() {
        return String.valueOf(triggerContext.getOrDefault("key", requestedBy));
    }
}
