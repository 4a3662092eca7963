package io.countersign.approvals.request;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Kind;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Status;
import io.countersign.approvals.storage.Labels;
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
public class RequestRow {
    /** Why a request that nobody decided has ended. */
    public static final String EXPIRED_REASON = "nobody decided in time";

    @Id
    public UUID id;

    @Column(updatable = false)
    public String requestNumber;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    @Column(name = "workflow_uuid")
    @Nullable
    public UUID workflowId;

    @Nullable
    public String workflowName;

    @Nullable
    public Integer codeVersion;

    @Column(name = "code_sha256")
    @Nullable
    public String codeSha256;

    @Column(name = "effect_sha256")
    @Nullable
    public String effectSha256;

    /** The asker's entries of the agreement document, as they were when it was asked. */
    @Column(name = "terms_sha256")
    @Nullable
    public String termsSha256;

    /** Digest of the whole agreement document; null for requests of before there was one. */
    @Column(name = "agreement_sha256")
    @Nullable
    public String agreementSha256;

    @Nullable
    public String toolName;

    @Nullable
    public String actionType;

    @Nullable
    public String actionDescription;

    public String arguments;

    @Column(name = "arguments_sha256")
    public String argumentsSha256;

    public String triggerType;
    public String requester;

    @Nullable
    public String requesterName;

    public String requesterLabel;
    public String parties;

    /** Who made the keys by which the requesters asked; null: nobody but themselves. */
    @Nullable
    public String hands;

    /** Who wrote what would run or changed what protects it since it was last agreed to. */
    @Nullable
    public String editors;

    /** The last editor alone, in requests of earlier releases. */
    @Nullable
    String lastEditor;

    @Nullable
    public String reason;

    @Nullable
    public Double confidence;

    @Nullable
    public String potentialImpact;

    @Enumerated(EnumType.STRING)
    public RiskLevel riskLevel;

    @Enumerated(EnumType.STRING)
    public ApprovalType approvalType;

    public String rule;

    /** Rules to be met besides it, a JSON array; null for none. */
    @Nullable
    public String also;

    /** What would run may get at, as policies look at it; null where nothing is known of it. */
    @Nullable
    public String reach;

    @Column(name = "eligible_sha256")
    public String electorsSha256;

    public int approvalsGiven;
    public int rejectionsGiven;

    @Enumerated(EnumType.STRING)
    public Status status = Status.PENDING;

    public Instant requestedAt;
    public Instant expiresAt;
    /** When a timer has something to do for this request before it expires; null for never. */
    @Nullable
    public Instant dueAt;

    @Nullable
    public Instant remindAt;

    @Nullable
    public String escalation;

    public int escalated;

    /** Roles whose holders may decide since an escalation step, a JSON array; null for none. */
    @Nullable
    public String widenedRoles;

    @Nullable
    public Instant resolvedAt;

    @Nullable
    public String resolutionReason;
    /** Whose vote approved an emergency: the review is about this person. */
    @Nullable
    public String decider;

    @Column(name = "run_uuid")
    @Nullable
    public UUID runId;

    @Nullable
    public Instant reviewDueAt;

    @Nullable
    public String reviewer;

    @Nullable
    public Instant reviewedAt;

    @Nullable
    public Boolean reviewJustified;

    @Nullable
    public String reviewComment;

    @Nullable
    public String policy;

    @Nullable
    public String channel;

    @Nullable
    public String organizationId;

    @Nullable
    public String sessionId;

    @Nullable
    public String incidentId;

    @Nullable
    public String callbackUrl;

    @Nullable
    public String triggerContext;

    @Column(name = "input_revision")
    public int revision;

    @Version
    @Column(name = "lock_version")
    @Nullable
    public Integer version;

    /** Whether a scope covers it: changes of what belongs to no organization are for people without one. */
    public boolean isWithin(OrganizationScope purview) {
        return isWithin(purview, kind, organizationId);
    }

    public static boolean isWithin(OrganizationScope purview, Kind kind, @Nullable String organizationId) {
        return kind == Kind.CHANGE && organizationId == null ? purview.isWhole() : purview.covers(organizationId);
    }

    /** What the requester was called then. */
    public String requesterName() {
        return Labels.of(requester, requesterName);
    }

    /** What the request is about, in a few words. */
    public String subject() {
        String name = workflowName == null ? toolName : workflowName;
        return name == null ? requestNumber : name;
    }

    /** The stored status, or expired once the time is over. */
    public Status statusAt(Instant now) {
        return status == Status.PENDING && !now.isBefore(expiresAt) ? Status.EXPIRED : status;
    }

    /** Ends the request. */
    public void settle(Status end, @Nullable String why, Instant now) {
        if (status.terminal() || !end.terminal()) {
            throw new IllegalStateException(requestNumber + " is " + status + " and cannot become " + end);
        }
        status = end;
        resolutionReason = why;
        resolvedAt = now;
        dueAt = null;
    }
}
