package io.countersign.execution;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a workflow. Field for field what the REST resource shows; nothing in it holds a secret.
 *
 * @param triggerType {@code human} or {@code agent}
 * @param triggerContext who asked and why: {@code requested_by}, {@code reason}, {@code confidence}, {@code indicator}…
 * @param codeVersionExecuted the version frozen when it was asked for
 * @param sha256 digest of what was frozen
 * @param result {@code {success, message, data}}, null until the script has answered
 * @param error {@code {code, message, line}}, null unless it failed
 * @param approvalRequestUuid the request that allowed it; null when none was needed
 */
public record Run(
        UUID uuid,
        UUID workflowUuid,
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
        @Nullable String organizationId) {

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
