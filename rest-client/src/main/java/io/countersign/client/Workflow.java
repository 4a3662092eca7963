package io.countersign.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workflow as it stands; no code in lists. */
public record Workflow(
        UUID uuid,
        String name,
        @Nullable String kind,
        @Nullable String code,
        @Nullable Endpoint endpoint,
        @Nullable String documentation,
        @Nullable String state,
        @Nullable List<String> indicatorTypes,
        @Nullable List<String> tags,
        @Nullable Integer timeoutSeconds,
        @Nullable Integer retryCount,
        @Nullable String riskLevel,
        @Nullable Integer timeSavedMinutes,
        @Nullable String approvalMode,
        @Nullable String approvalType,
        @Nullable List<String> requiredRoles,
        @Nullable Integer requiredApprovers,
        @Nullable Integer requiredRejections,
        @Nullable List<String> approvers,
        @Nullable Map<String, Object> quorum,
        @Nullable String approvalChannel,
        @Nullable Integer approvalTimeoutSeconds,
        @Nullable Integer reminderAfterSeconds,
        @Nullable List<EscalationStep> escalation,
        @Nullable List<String> allowedHosts,
        @Nullable List<String> allowedSecrets,
        @Nullable Map<String, Long> limits,
        @Nullable String organizationId,
        int codeVersion,
        String sha256,
        boolean isBuiltin,
        Instant createdAt,
        Instant updatedAt,
        String createdBy,
        String lastEditor,
        @Nullable Instant archivedAt,
        long revision) {}
