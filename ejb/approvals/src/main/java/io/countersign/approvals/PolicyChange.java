package io.countersign.approvals;

import java.time.Instant;
import java.util.UUID;

/** What became of a wish to change a policy. */
public sealed interface PolicyChange {

    /** Done at once: there is no second admin who could agree. */
    record Done(Policy policy) implements PolicyChange {}

    /** Waits for another admin's approval. */
    record Pending(UUID approvalRequestUuid, String requestNumber, Instant expiresAt) implements PolicyChange {}
}
