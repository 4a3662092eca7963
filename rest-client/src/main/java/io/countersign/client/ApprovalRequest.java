package io.countersign.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request and what people said of it. */
public record ApprovalRequest(
        UUID uuid,
        String requestId,
        String kind,
        @Nullable UUID workflowUuid,
        @Nullable String workflowName,
        @Nullable Integer codeVersion,
        String argumentsSha256,
        @Nullable String effect,
        @Nullable String toolName,
        @Nullable String actionType,
        @Nullable String actionDescription,
        Map<String, Object> parameters,
        @Nullable Map<String, Object> indicator,
        @Nullable Map<String, Object> alert,
        String triggerType,
        String requestedBy,
        @Nullable String reason,
        @Nullable Double confidence,
        @Nullable String potentialImpact,
        String riskLevel,
        String approvalType,
        List<String> requiredRoles,
        @Nullable Integer requiredApprovers,
        List<String> approvers,
        int approvalsGiven,
        int rejectionsGiven,
        List<Decision> decisions,
        String status,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolutionReason,
        @Nullable UUID runUuid,
        boolean emergency,
        @Nullable Instant reviewDueAt,
        @Nullable String organizationId) {}
