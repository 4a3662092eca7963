package io.countersign.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as its viewer sees it. The status is told by the time of looking: a pending request whose time is over shows
 * as expired although no timer has run.
 *
 * @param uuid the request's id
 * @param requestNumber the id that people see, {@code APR-…}
 * @param agreementSha256 digest of the whole agreement document: what runs, on what, with what, why, under which rule
 * @param effect what will run: the code's text or the endpoint
 * @param triggerType how it was asked: human or agent
 * @param requester id of the person behind the request (the owner of a requesting key)
 * @param requestedBy what that person was called then
 * @param requestedByLabel what to show for the requester: a key's name or the user name
 * @param approvalsGiven distinct people whose approval counts
 * @param rejectionsGiven distinct people whose rejection counts
 * @param decisions every decision on the present revision, oldest first
 * @param revisions earlier states of the inputs, oldest first; empty when never revised
 * @param widenedRoles roles whose holders may decide as well since an escalation step; empty before
 * @param missing what is still missing in words, empty unless pending
 * @param decidable true when the viewer may decide it right now
 * @param barrier why the viewer may not, as a refusal would say ({@code requester}, {@code editor}, {@code not_eligible} …); null
 *     when they may, without a viewer, and once the request has ended
 * @param directoryAsOf when Keycloak last told who there is, by which a pending request is decided; null when it never did
 *     or there is none, and for a request that has ended
 * @param etag changes with every change of the request
 */
public record RequestView(
        UUID uuid,
        String requestNumber,
        Kind kind,
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
        RiskLevel riskLevel,
        ApprovalType approvalType,
        List<String> requiredRoles,
        @Nullable Integer requiredApprovers,
        int requiredRejections,
        @Nullable Map<String, Object> quorum,
        List<String> approvers,
        int approvalsGiven,
        int rejectionsGiven,
        List<Decision> decisions,
        List<Revised> revisions,
        List<String> widenedRoles,
        List<String> missing,
        boolean decidable,
        @Nullable String barrier,
        Status status,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolutionReason,
        @Nullable UUID runUuid,
        boolean emergency,
        @Nullable Instant reviewDueAt,
        @Nullable Review review,
        @Nullable String policy,
        @Nullable String channel,
        @Nullable String organizationId,
        @Nullable String sessionId,
        @Nullable String incidentId,
        @Nullable String callbackUrl,
        @Nullable Instant directoryAsOf,
        String etag) {

    /**
     * One decision.
     *
     * @param person id of the person in whose name it counts, {@code channel:<name>} or {@code policy:<name>}
     * @param approver what that person was called then
     * @param role the role by which the person counts, null when designated by name
     * @param decidedBy what the delegate who acted was called, null when the person did
     * @param credential by what the decider was recognised: {@code kind id created_by address}; empty in earlier releases
     * @param counts false when the person has left or lost the role since, while the request is pending
     */
    public record Decision(
            String person,
            String approver,
            Verdict decision,
            @Nullable String role,
            @Nullable String comment,
            Channel channel,
            Instant decidedAt,
            @Nullable String decidedBy,
            Map<String, Object> credential,
            boolean counts) {}

    /** The inputs before a revision, who changed them and how, with a diff in words ({@code path: old → new}). */
    public record Revised(
            int number,
            String by,
            String comment,
            Instant at,
            List<String> diff,
            @Nullable Map<String, Object> indicatorBefore,
            Map<String, Object> parametersBefore) {}

    /** The review of an emergency approval. */
    public record Review(String by, boolean justified, String comment, Instant at) {}

    /** What the contract calls a component, where that is not its name in snake case. */
    public static Optional<String> wireName(String component) {
        return component.equals("requestNumber") ? Optional.of("request_id") : Optional.empty();
    }
}
