package io.countersign.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A wish to use any tool. */
public record ToolAsk(
        String toolName,
        @Nullable String actionType,
        @Nullable String actionDescription,
        @Nullable Map<String, Object> parameters,
        String reason,
        @Nullable Double confidence,
        @Nullable String sessionId,
        @Nullable String incidentId,
        @Nullable String approvalType,
        @Nullable List<String> requiredRoles,
        @Nullable Integer requiredApprovers,
        @Nullable List<String> approvers,
        @Nullable Map<String, Object> quorum,
        @Nullable Integer timeoutSeconds,
        @Nullable String potentialImpact,
        @Nullable String riskLevel,
        @Nullable String organizationId,
        @Nullable String callbackUrl) {}
