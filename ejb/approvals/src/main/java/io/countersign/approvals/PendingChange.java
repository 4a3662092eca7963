package io.countersign.approvals;

import java.time.Instant;
import java.util.UUID;

/**
 * A change that waits for approval.
 *
 * @param requestUuid the request that stands for it
 * @param subjectId which thing would be changed
 * @param title what would happen, in words
 */
public record PendingChange(
        UUID requestUuid, String requestNumber, String subjectId, String title, Instant expiresAt) {}
