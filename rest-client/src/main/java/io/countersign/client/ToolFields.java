package io.countersign.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writable fields of an entry of the catalogue. */
public record ToolFields(
        @Nullable String toolName,
        @Nullable String actionType,
        @Nullable String riskLevel,
        @Nullable String approvalType,
        @Nullable List<String> requiredRoles,
        @Nullable Integer requiredApprovers,
        @Nullable Integer requiredRejections,
        @Nullable Map<String, Object> quorum,
        @Nullable List<String> approvers,
        @Nullable Integer timeoutSeconds,
        @Nullable String organizationId) {}
