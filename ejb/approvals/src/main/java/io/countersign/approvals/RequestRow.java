package io.countersign.approvals;

import io.countersign.security.OrganizationScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A request at rest. It is born pending; {@link #settle} ends it, once, and nothing changes it afterwards but the note of
 * its run and, for an emergency, its review.
 */
@Entity
@DynamicUpdate
@Table(name = "approval_request")
@SuppressWarnings("NullAway.Init")
class RequestRow {
    /** Why a request that nobody decided has ended. */
    static final String EXPIRED_REASON = "nobody decided in time";


    @Id
    UUID id;

    @Column(updatable = false)
    String requestNumber;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column(name = "workflow_uuid")
    @Nullable
    UUID workflowId;

    @Nullable
    String workflowName;

    @Nullable
    Integer codeVersion;

    @Column(name = "code_sha256")
    @Nullable
    String codeSha256;

    @Column(name = "effect_sha256")
    @Nullable
    String effectSha256;

    /** The asker's entries of the agreement document, as they were when it was asked. */
    @Column(name = "terms_sha256")
    @Nullable
    String termsSha256;

    /** Digest of the whole agreement document; null for requests of before there was one. */
    @Column(name = "agreement_sha256")
    @Nullable
    String agreementSha256;

    @Nullable
    String toolName;

    @Nullable
    String actionType;

    @Nullable
    String actionDescription;

    String arguments;

    @Column(name = "arguments_sha256")
    String argumentsSha256;

    String triggerType;
    String requester;

    @Nullable
    String requesterName;

    String requesterLabel;
    String parties;

    /** Who made the keys by which the requesters asked; null: nobody but themselves. */
    @Nullable
    String hands;

    /** Who wrote what would run or changed what protects it since it was last agreed to. */
    @Nullable
    String editors;

    /** The last editor alone, in requests of earlier releases. */
    @Nullable
    String lastEditor;

    @Nullable
    String reason;

    @Nullable
    Double confidence;

    @Nullable
    String potentialImpact;

    @Enumerated(EnumType.STRING)
    RiskLevel riskLevel;

    @Enumerated(EnumType.STRING)
    ApprovalType approvalType;

    String rule;

    /** Rules to be met besides it, a JSON array; null for none. */
    @Nullable
    String also;

    /** What would run may get at, as policies look at it; null where nothing is known of it. */
    @Nullable
    String reach;

    @Column(name = "eligible_sha256")
    String electorsSha256;

    int approvalsGiven;
    int rejectionsGiven;

    @Enumerated(EnumType.STRING)
    Status status = Status.PENDING;

    Instant requestedAt;
    Instant expiresAt;
    /** When a timer has something to do for this request before it expires; null for never. */
    @Nullable
    Instant dueAt;

    @Nullable
    Instant remindAt;

    @Nullable
    String escalation;

    int escalated;

    /** Roles whose holders may decide since an escalation step, a JSON array; null for none. */
    @Nullable
    String widenedRoles;

    @Nullable
    Instant resolvedAt;

    @Nullable
    String resolutionReason;
    /** Whose vote approved an emergency: the review is about this person. */
    @Nullable
    String decider;

    @Column(name = "run_uuid")
    @Nullable
    UUID runId;

    @Nullable
    Instant reviewDueAt;

    @Nullable
    String reviewer;

    @Nullable
    Instant reviewedAt;

    @Nullable
    Boolean reviewJustified;

    @Nullable
    String reviewComment;

    @Nullable
    String policy;

    @Nullable
    String channel;

    @Nullable
    String organizationId;

    @Nullable
    String sessionId;

    @Nullable
    String incidentId;

    @Nullable
    String callbackUrl;

    @Nullable
    String triggerContext;

    @Column(name = "input_revision")
    int revision;

    @Version
    @Column(name = "lock_version")
    @Nullable
    Integer version;

    /** Whether it concerns whoever has that purview: changes of what is the house's are for people of no organization. */
    boolean isWithin(OrganizationScope purview) {
        return isWithin(purview, kind, organizationId);
    }

    static boolean isWithin(OrganizationScope purview, Kind kind, @Nullable String organizationId) {
        return kind == Kind.CHANGE && organizationId == null ? purview.isWhole() : purview.covers(organizationId);
    }

    /** What the requester was called then. */
    String requesterName() {
        return Labels.of(requester, requesterName);
    }

    /** What the request is about, in a few words. */
    String subject() {
        String name = workflowName == null ? toolName : workflowName;
        return name == null ? requestNumber : name;
    }

    /** The stored status, or expired once the time is over. */
    Status statusAt(Instant now) {
        return status == Status.PENDING && !now.isBefore(expiresAt) ? Status.EXPIRED : status;
    }

    /** Ends the request. */
    void settle(Status end, @Nullable String why, Instant now) {
        if (status.terminal() || !end.terminal()) {
            throw new IllegalStateException(requestNumber + " is " + status + " and cannot become " + end);
        }
        status = end;
        resolutionReason = why;
        resolvedAt = now;
        dueAt = null;
    }
}
