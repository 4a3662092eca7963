package io.countersign.execution;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a workflow, or one call of a tool. Field for field what the REST resource shows; nothing in it holds a secret.
 *
 * @param workflowUuid null for a call of a tool
 * @param workflowName the workflow's name, or the tool's
 * @param triggerType {@code human} or {@code agent}
 * @param triggerContext who asked and why: {@code requested_by}, {@code reason}, {@code confidence}, {@code indicator}…
 * @param codeVersionExecuted the version frozen when it was asked for
 * @param sha256 digest of what was frozen
 * @param result {@code {success, message, data}}, null until the script has answered
 * @param error {@code {code, message, line}}, null unless it failed
 * @param approvalRequestUuid the request that allowed it; null when none was needed
 * @param kind {@code workflow} or {@code tool_call}
 * @param toolName server and tool of a call
 * @param parameters what it was given beside an indicator and an alert
 */
public record Run(
        UUID uuid,
        @Nullable UUID workflowUuid,
        String workflowName,
        String triggerType,
        Map<String, Object> triggerContext,
        int codeVersionExecuted,
        String sha256,
        RunStatus status,
        int attemptCount,
        List<LogLine> log,
        List<CallLine> httpCalls,
        @Nullable Map<String, Object> result,
        @Nullable Map<String, Object> error,
        @Nullable Long durationMs,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable UUID approvalRequestUuid,
        @Nullable String organizationId,
        String kind,
        @Nullable String toolName,
        @Nullable UUID mcpServerUuid,
        Map<String, Object> parameters) {

    /** A line that the script logged. */
    public record LogLine(Instant ts, String level, String message, Map<String, Object> fields) {}

    /** A request that left (or was refused): URL without secrets, status null when no answer came. */
    public record CallLine(
            String method,
            String url,
            @Nullable Integer status,
            long durationMs,
            @Nullable String error) {}
}
