package io.countersign.approvals.api;

import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request for approval, from asking to its end. Times are UTC. The lifecycle methods change this object alone and refuse
 * what the state does not allow; the stored truth changes only through {@link ApprovalService}.
 *
 * <p>Longer than most files here because every field has its setter and its getter, as callers expect of it.
 */
public class ApprovalRequest implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** The way of agreeing. */
    public enum ApprovalType {
        /** A policy agrees; without one people do. */
        AUTO,
        /** One approver. */
        MANUAL,
        /** One designated person or holder of a role. */
        SINGLE,
        /** Several distinct people. */
        MULTI,
        /** Everybody designated. */
        UNANIMOUS,
        /** One emergency approver, reviewed afterwards. */
        EMERGENCY
    }

    /** Where the request is in its life. */
    public enum ApprovalStatus {
        PENDING,
        APPROVED,
        REJECTED,
        EXPIRED,
        CANCELLED;

        /** True when nothing can change the request any more. */
        public boolean isTerminal() {
            return this != PENDING;
        }
    }

    /** One person's approval of a request that needs several. */
    public record Approval(
            String approver,
            @Nullable String name,
            @Nullable String role,
            @Nullable String comments) implements Serializable {}

    private final String requestId;
    private final @Nullable String sessionId;
    private final @Nullable String incidentId;
    private final @Nullable String toolName;
    private final @Nullable String actionType;
    private final @Nullable String actionDescription;
    private final Map<String, Object> parameters;
    private final @Nullable String reason;
    private final ApprovalType approvalType;
    private final @Nullable String requestedBy;
    private final Set<String> requiredRoles;
    private final @Nullable Integer requiredApprovers;
    private final Set<String> approvers;
    private final @Nullable Integer approvalTimeout;
    private final @Nullable String potentialImpact;
    private final @Nullable String riskLevel;
    private final @Nullable String riskAssessment;
    private final @Nullable String organizationId;
    private final LocalDateTime requestedAt;
    private final List<Approval> approvals = new ArrayList<>();
    private ApprovalStatus status;
    private @Nullable String approvedBy;
    private @Nullable LocalDateTime approvedAt;
    private @Nullable String rejectionReason;

    private ApprovalRequest(Builder builder) {
        requestId = builder.requestId == null ? newId() : builder.requestId;
        sessionId = builder.sessionId;
        incidentId = builder.incidentId;
        toolName = builder.toolName;
        actionType = builder.actionType;
        actionDescription = builder.actionDescription;
        parameters = new LinkedHashMap<>(builder.parameters);
        reason = builder.reason;
        approvalType = builder.approvalType;
        requestedBy = builder.requestedBy;
        requiredRoles = new LinkedHashSet<>(builder.requiredRoles);
        requiredApprovers = builder.requiredApprovers;
        approvers = new LinkedHashSet<>(builder.approvers);
        approvalTimeout = builder.approvalTimeout;
        potentialImpact = builder.potentialImpact;
        riskLevel = builder.riskLevel;
        riskAssessment = builder.riskAssessment;
        organizationId = builder.organizationId;
        requestedAt = builder.requestedAt == null ? now() : builder.requestedAt;
        status = builder.status;
        approvedBy = builder.approvedBy;
        approvedAt = builder.approvedAt;
        rejectionReason = builder.rejectionReason;
    }

    /** A pending request with a fresh id, for one approver. */
    public static ApprovalRequest create(
            @Nullable String sessionId, String toolName, Map<String, Object> parameters, String reason) {
        return builder()
                .sessionId(sessionId)
                .toolName(toolName)
                .parameters(parameters)
                .reason(reason)
                .build();
    }

    /** Collects the parts of a request. */
    public static Builder builder() {
        return new Builder();
    }

    private static String newId() {
        StringBuilder id = new StringBuilder("APR-");
        for (int i = 0; i < 16; i++) {
            id.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return id.toString();
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(Clock.systemUTC());
    }

    // life

    /** PENDING → APPROVED. */
    public void approve(String approver) {
        end(ApprovalStatus.APPROVED);
        approvedBy = approver;
    }

    /** PENDING → REJECTED. */
    public void reject(String approver, String reason) {
        end(ApprovalStatus.REJECTED);
        approvedBy = approver;
        rejectionReason = reason;
    }

    /** PENDING → EXPIRED. */
    public void expire() {
        end(ApprovalStatus.EXPIRED);
    }

    /** PENDING → CANCELLED. */
    public void cancel() {
        end(ApprovalStatus.CANCELLED);
    }

    /**
     * Notes one person's approval. The request becomes APPROVED with the last one that it needs: one, or for MULTI that many
     * distinct people, or for UNANIMOUS everybody designated. A second approval of one person is refused.
     */
    public void addApproval(String approver, @Nullable String name, @Nullable String role, @Nullable String comments) {
        mustBePending();
        if (approver.equals(requestedBy)) {
            throw new IllegalStateException(approver + " asked for " + requestId + " and cannot approve it");
        }
        if (approvals.stream().anyMatch(one -> one.approver().equals(approver))) {
            throw new IllegalStateException(approver + " has approved " + requestId + " already");
        }
        approvals.add(new Approval(approver, name, role, comments));
        if (isComplete()) {
            approve(approver);
        }
    }

    private boolean isComplete() {
        Set<String> people = new LinkedHashSet<>();
        approvals.forEach(one -> people.add(one.approver()));
        return switch (approvalType) {
            case AUTO, MANUAL, SINGLE, EMERGENCY -> true;
            case MULTI -> people.size() >= (requiredApprovers == null ? 2 : requiredApprovers);
            case UNANIMOUS ->
                approvers.isEmpty()
                        ? requiredApprovers != null && people.size() >= requiredApprovers
                        : people.containsAll(approvers);
        };
    }

    private void end(ApprovalStatus to) {
        mustBePending();
        status = to;
        approvedAt = now();
    }

    private void mustBePending() {
        if (status.isTerminal()) {
            throw new IllegalStateException(requestId + " is " + status + " already");
        }
    }

    // what it is

    /** Unique id; made by create and by the builder unless given. */
    public String getRequestId() {
        return requestId;
    }

    public @Nullable String getSessionId() {
        return sessionId;
    }

    public @Nullable String getIncidentId() {
        return incidentId;
    }

    public @Nullable String getToolName() {
        return toolName;
    }

    /** Class of action, for instance BLOCK_IP. */
    public @Nullable String getActionType() {
        return actionType;
    }

    /** What will happen, in a sentence. */
    public @Nullable String getActionDescription() {
        return actionDescription;
    }

    /** The tool's arguments; JSON-like. */
    public Map<String, Object> getParameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** Why it should happen. */
    public @Nullable String getReason() {
        return reason;
    }

    public ApprovalType getApprovalType() {
        return approvalType;
    }

    /** Who asked, as stored by the service; what a caller puts here is replaced by the security context. */
    public @Nullable String getRequestedBy() {
        return requestedBy;
    }

    public Set<String> getRequiredRoles() {
        return Collections.unmodifiableSet(requiredRoles);
    }

    /** For MULTI. */
    public @Nullable Integer getRequiredApprovers() {
        return requiredApprovers;
    }

    /** User names, for SINGLE and UNANIMOUS. */
    public Set<String> getApprovers() {
        return Collections.unmodifiableSet(approvers);
    }

    /** Minutes until it expires, null for the server's default. */
    public @Nullable Integer getApprovalTimeout() {
        return approvalTimeout;
    }

    public @Nullable String getPotentialImpact() {
        return potentialImpact;
    }

    /** LOW, MEDIUM, HIGH or CRITICAL; the first word of the risk assessment unless given. */
    public String getRiskLevel() {
        String text = riskLevel == null ? riskAssessment : riskLevel;
        String word = text == null ? "" : text.strip().split("\\W+", 2)[0].toUpperCase(Locale.ROOT);
        return List.of("LOW", "MEDIUM", "HIGH", "CRITICAL").contains(word) ? word : "MEDIUM";
    }

    /** The risk in words. */
    public @Nullable String getRiskAssessment() {
        return riskAssessment;
    }

    public @Nullable String getOrganizationId() {
        return organizationId;
    }

    /** When it was asked, UTC. */
    public LocalDateTime getRequestedAt() {
        return requestedAt;
    }

    public ApprovalStatus getStatus() {
        return status;
    }

    /** Whoever ended it by approving or rejecting. */
    public @Nullable String getApprovedBy() {
        return approvedBy;
    }

    /** When it ended, UTC. */
    public @Nullable LocalDateTime getApprovedAt() {
        return approvedAt;
    }

    public @Nullable String getRejectionReason() {
        return rejectionReason;
    }

    /** The approvals noted so far. */
    public List<Approval> getApprovals() {
        return Collections.unmodifiableList(approvals);
    }

    /** Collects the parts of an {@link ApprovalRequest}. What is not set is absent; the type is MANUAL, the state PENDING. */
    public static final class Builder {
        private @Nullable String requestId;
        private @Nullable String sessionId;
        private @Nullable String incidentId;
        private @Nullable String toolName;
        private @Nullable String actionType;
        private @Nullable String actionDescription;
        private Map<String, Object> parameters = Map.of();
        private @Nullable String reason;
        private ApprovalType approvalType = ApprovalType.MANUAL;
        private @Nullable String requestedBy;
        private Set<String> requiredRoles = Set.of();
        private @Nullable Integer requiredApprovers;
        private Set<String> approvers = Set.of();
        private @Nullable Integer approvalTimeout;
        private @Nullable String potentialImpact;
        private @Nullable String riskLevel;
        private @Nullable String riskAssessment;
        private @Nullable String organizationId;
        private ApprovalStatus status = ApprovalStatus.PENDING;
        private @Nullable LocalDateTime requestedAt;
        private @Nullable String approvedBy;
        private @Nullable LocalDateTime approvedAt;
        private @Nullable String rejectionReason;
        private final List<Approval> approvals = new ArrayList<>();

        private Builder() {}

        public Builder requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return this;
        }

        public Builder sessionId(@Nullable String sessionId) {
            this.sessionId = sessionId;
            return this;
        }

        public Builder incidentId(@Nullable String incidentId) {
            this.incidentId = incidentId;
            return this;
        }

        public Builder toolName(@Nullable String toolName) {
            this.toolName = toolName;
            return this;
        }

        public Builder actionType(@Nullable String actionType) {
            this.actionType = actionType;
            return this;
        }

        public Builder actionDescription(@Nullable String actionDescription) {
            this.actionDescription = actionDescription;
            return this;
        }

        public Builder parameters(Map<String, Object> parameters) {
            this.parameters = parameters;
            return this;
        }

        /** The same as {@link #parameters}. */
        public Builder toolParameters(Map<String, Object> parameters) {
            this.parameters = parameters;
            return this;
        }

        public Builder reason(@Nullable String reason) {
            this.reason = reason;
            return this;
        }

        /** The same as {@link #reason}. */
        public Builder requestReason(@Nullable String reason) {
            this.reason = reason;
            return this;
        }

        public Builder approvalType(ApprovalType approvalType) {
            this.approvalType = approvalType;
            return this;
        }

        public Builder requestedBy(@Nullable String requestedBy) {
            this.requestedBy = requestedBy;
            return this;
        }

        public Builder requiredRoles(Set<String> requiredRoles) {
            this.requiredRoles = requiredRoles;
            return this;
        }

        public Builder requiredApprovers(@Nullable Integer requiredApprovers) {
            this.requiredApprovers = requiredApprovers;
            return this;
        }

        public Builder approvers(Set<String> approvers) {
            this.approvers = approvers;
            return this;
        }

        public Builder approvalTimeout(@Nullable Integer approvalTimeout) {
            this.approvalTimeout = approvalTimeout;
            return this;
        }

        /** The same as {@link #approvalTimeout}. */
        public Builder timeoutMinutes(@Nullable Integer approvalTimeout) {
            this.approvalTimeout = approvalTimeout;
            return this;
        }

        public Builder potentialImpact(@Nullable String potentialImpact) {
            this.potentialImpact = potentialImpact;
            return this;
        }

        public Builder riskLevel(@Nullable String riskLevel) {
            this.riskLevel = riskLevel;
            return this;
        }

        public Builder riskAssessment(@Nullable String riskAssessment) {
            this.riskAssessment = riskAssessment;
            return this;
        }

        public Builder organizationId(@Nullable String organizationId) {
            this.organizationId = organizationId;
            return this;
        }

        public Builder status(ApprovalStatus status) {
            this.status = status;
            return this;
        }

        public Builder requestedAt(@Nullable LocalDateTime requestedAt) {
            this.requestedAt = requestedAt;
            return this;
        }

        public Builder approvedBy(@Nullable String approvedBy) {
            this.approvedBy = approvedBy;
            return this;
        }

        public Builder approvedAt(@Nullable LocalDateTime approvedAt) {
            this.approvedAt = approvedAt;
            return this;
        }

        public Builder rejectionReason(@Nullable String rejectionReason) {
            this.rejectionReason = rejectionReason;
            return this;
        }

        public Builder approval(Approval approval) {
            approvals.add(approval);
            return this;
        }

        /** The finished request. */
        public ApprovalRequest build() {
            ApprovalRequest request = new ApprovalRequest(this);
            request.approvals.addAll(approvals);
            return request;
        }
    }
}
