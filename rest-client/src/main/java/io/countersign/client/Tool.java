package io.countersign.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the operator asks for of a tool's calls, at the least. */
public record Tool(
        UUID uuid,
        String toolName,
        @Nullable String actionType,
        String riskLevel,
        String approvalType,
        List<String> requiredRoles,
        @Nullable Integer requiredApprovers,
        int requiredRejections,
        @Nullable Map<String, Object> quorum,
        List<String> approvers,
        @Nullable Integer timeoutSeconds,
        @Nullable String organizationId,
        Instant createdAt,
        Instant updatedAt) {}
