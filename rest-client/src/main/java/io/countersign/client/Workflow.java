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
        @Nullable String envelope,
        @Nullable String organizationId,
        int codeVersion,
        String sha256,
        boolean isBuiltin,
        Instant createdAt,
        Instant updatedAt,
        String createdBy,
        String lastEditor,
        @Nullable Instant archivedAt,
        long revision,
        @Nullable String status,
        @Nullable UUID workflowUuid,
        @Nullable UUID approvalRequestUuid,
        @Nullable String requestId,
        @Nullable Instant expiresAt) {

    /** Whether this is no workflow but the answer to a save that waits for another person's agreement: the last five fields. */
    public boolean isPending() {
        return "pending_approval".equals(status);
    }
}
