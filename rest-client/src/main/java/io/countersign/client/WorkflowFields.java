package io.countersign.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writable fields of a workflow; null is absent: the default at create, unchanged in a PATCH. */
public record WorkflowFields(
        @Nullable String name,
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
        @Nullable String organizationId) {}
