package io.countersign.approvals;

import java.time.Instant;
import java.util.UUID;

/** The answer to an {@link ApprovalRequestSpec}. */
public sealed interface SubmissionResult {

    /** The request's id. */
    UUID id();

    /** The id that people see: {@code APR-…}. */
    String requestNumber();

    /**
     * A policy rule agreed at once. {@link RequestDecided} was fired inside the asker's transaction before this answer.
     *
     * @param policy name of the rule, recorded as the decider
     */
    record AutoApproved(UUID id, String requestNumber, String policy) implements SubmissionResult {}

    /** People have to decide until {@code expiresAt}. */
    record Pending(UUID id, String requestNumber, Instant expiresAt) implements SubmissionResult {}
}
