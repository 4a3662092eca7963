package io.countersign.approvals.api;

import io.countersign.approvals.api.ApprovalRequest.ApprovalStatus;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks people for approval and tells what became of it. Requests live in the database: they outlast the caller and a restart
 * of the server, and every other channel (console, REST, links, Slack) sees and decides the very same ones under the very
 * same rules.
 *
 * <p>Who calls is taken from the security context, never from an argument: a {@code reviewer} that is given has to be the
 * caller. Where nobody is logged in, the caller is the service identity {@value #SYSTEM}, which agrees to nothing unless a
 * policy allows it. Unknown ids are refused with {@link NoSuchApprovalException}; a decision that the rules refuse throws
 * {@link DecisionRefusedException} and changes nothing.
 */
public interface ApprovalService {

    /** The service identity that acts where nobody is logged in. */
    String SYSTEM = "system";

    /**
     * Asks for approval of a tool's action and puts the context to waiting until the request ends.
     *
     * @return the id of the new request ({@code APR-…})
     */
    String requestApproval(SoarContext soarContext, ApprovalRequestDetails requestDetails);

    /** The present status; a request whose time is over is expired. */
    ApprovalStatus getApprovalStatus(String approvalId);

    /**
     * The caller's decision.
     *
     * @param comment required for a rejection
     * @param reviewer the caller's own user name
     */
    void handleApprovalResponse(String approvalId, boolean isApproved, @Nullable String comment, String reviewer);

    /** The ids of every pending request that the caller may see. */
    Set<String> getPendingApprovalIds();

    /** How many those are. */
    int getPendingCount();

    /** Saves and announces a request; the future tells whether it was approved (false: rejected, expired or cancelled). */
    CompletableFuture<Boolean> requestApproval(ApprovalRequest request);

    /** {@link #handleApprovalResponse} with its arguments in another order. */
    default void processApprovalResponse(
            String requestId, boolean approved, String reviewer, @Nullable String comment) {
        handleApprovalResponse(requestId, approved, comment, reviewer);
    }

    /**
     * Saves a request unless it is saved already, and holds the calling thread until it ends: decided, expired or cancelled.
     * Call it outside a transaction.
     *
     * @return true only when it was approved
     */
    boolean waitForApprovalSync(ApprovalRequest request);

    /** Stores a pending request and answers it as it is stored, with its id; one that is stored already is answered as it is. */
    ApprovalRequest saveApprovalRequest(ApprovalRequest request);

    /** Tells every {@link SoarApprovalNotifier} of a pending request; the configured channels are told when it is saved. */
    void sendApprovalNotification(ApprovalRequest request);

    /** The caller's decision, as {@value #SYSTEM} where nobody is logged in. */
    default void processApproval(String approvalId, boolean approved, @Nullable String reason) {
        handleApprovalResponse(approvalId, approved, reason, SYSTEM);
    }

    /** Every pending request that the caller may see. */
    List<ApprovalRequest> getPendingApprovals();

    /** Saves a request and tells of it. */
    default void submitApprovalRequest(ApprovalRequest request) {
        sendApprovalNotification(saveApprovalRequest(request));
    }

    /** Approves with the comment "Approved", like {@link #processApproval}. */
    default void approve(String approvalId) {
        processApproval(approvalId, true, "Approved");
    }

    /** Rejects with the comment "Rejected", like {@link #processApproval}. */
    default void reject(String approvalId) {
        processApproval(approvalId, false, "Rejected");
    }

    /** The whole request as it is now. */
    ApprovalRequest getApprovalRequest(String approvalId);
}
