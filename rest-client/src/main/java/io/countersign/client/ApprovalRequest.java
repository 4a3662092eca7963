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
        @Nullable String codeSha256,
        String argumentsSha256,
        String agreementSha256,
        @Nullable String effect,
        @Nullable String toolName,
        @Nullable String actionType,
        @Nullable String actionDescription,
        Map<String, Object> parameters,
        @Nullable Map<String, Object> indicator,
        @Nullable Map<String, Object> alert,
        String triggerType,
        String requester,
        String requestedBy,
        String requestedByLabel,
        @Nullable String reason,
        @Nullable Double confidence,
        @Nullable String potentialImpact,
        String riskLevel,
        String approvalType,
        List<String> requiredRoles,
        @Nullable Integer requiredApprovers,
        int requiredRejections,
        @Nullable Map<String, Object> quorum,
        List<String> approvers,
        int approvalsGiven,
        int rejectionsGiven,
        List<Decision> decisions,
        List<Revised> revisions,
        @Nullable List<String> widenedRoles,
        List<String> missing,
        boolean decidable,
        @Nullable String barrier,
        String status,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolutionReason,
        @Nullable UUID runUuid,
        boolean emergency,
        @Nullable Instant reviewDueAt,
        @Nullable Reviewed review,
        @Nullable String policy,
        @Nullable String channel,
        @Nullable String organizationId,
        @Nullable String sessionId,
        @Nullable String incidentId,
        @Nullable String callbackUrl,
        @Nullable Instant directoryAsOf,
        String etag) {

    /** The inputs before a revision, and what was changed by whom. */
    public record Revised(
            int number,
            String by,
            String comment,
            Instant at,
            List<String> diff,
            @Nullable Map<String, Object> indicatorBefore,
            Map<String, Object> parametersBefore) {}

    /** What another person said of an emergency approval. */
    public record Reviewed(String by, boolean justified, String comment, Instant at) {}
}
