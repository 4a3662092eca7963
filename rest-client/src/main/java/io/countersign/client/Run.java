package io.countersign.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One execution of a workflow, or one call of a tool. */
public record Run(
        UUID uuid,
        @Nullable UUID workflowUuid,
        String workflowName,
        String triggerType,
        Map<String, Object> triggerContext,
        int codeVersionExecuted,
        String sha256,
        String status,
        int attemptCount,
        List<LogLine> log,
        List<HttpCall> httpCalls,
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
        Map<String, Object> parameters) {}
