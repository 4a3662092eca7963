package io.countersign.workflows;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as it stands. Field for field what the REST resource shows.
 *
 * @param code the script's source; null for {@code http_endpoint} and in lists
 * @param endpoint null for scripts
 * @param indicatorTypes empty means any
 * @param quorum who must agree by role, null when the rule counts plainly
 * @param allowedHosts empty means what the server allows
 * @param allowedSecrets empty means none
 * @param limits sandbox limits by contract name ({@code wall_ms}, {@code steps} …); empty means the server's
 * @param envelope {@code enforce} or {@code record}: what is to happen to calls that the code was not seen to make
 * @param codeVersion number of the current version, from 1; a change of code makes the next
 * @param sha256 hex digest of what would run: the code, or the endpoint in canonical JSON
 * @param lastEditor id of the person who last changed what would run
 * @param archivedAt null while the workflow lives
 * @param revision counts every change; what ETags are made of
 */
public record Workflow(
        UUID uuid,
        String name,
        WorkflowKind kind,
        @Nullable String code,
        @Nullable Endpoint endpoint,
        String documentation,
        WorkflowState state,
        List<String> indicatorTypes,
        List<String> tags,
        int timeoutSeconds,
        int retryCount,
        RiskLevel riskLevel,
        @Nullable Integer timeSavedMinutes,
        ApprovalMode approvalMode,
        ApprovalType approvalType,
        List<String> requiredRoles,
        @Nullable Integer requiredApprovers,
        int requiredRejections,
        List<String> approvers,
        @Nullable Quorum quorum,
        @Nullable String approvalChannel,
        int approvalTimeoutSeconds,
        @Nullable Integer reminderAfterSeconds,
        List<EscalationStep> escalation,
        List<String> allowedHosts,
        List<String> allowedSecrets,
        Map<String, Long> limits,
        String envelope,
        @Nullable String organizationId,
        int codeVersion,
        String sha256,
        boolean isBuiltin,
        Instant createdAt,
        Instant updatedAt,
        String createdBy,
        String lastEditor,
        @Nullable Instant archivedAt,
        long revision) {

    /** The entity tag of this state, without quotes. */
    public String etag() {
        return "w" + revision;
    }

    /** Who has to agree. */
    public Rule rule() {
        return new Rule(approvalType, requiredRoles, requiredApprovers, requiredRejections, approvers, quorum);
    }

    /** Whether an execution may be asked for: active and not archived. */
    public boolean executable() {
        return state == WorkflowState.ACTIVE && archivedAt == null;
    }
}
