package io.countersign.approvals;

import java.time.Instant;
import java.util.UUID;

/** The result of submitting a change of a policy: applied, or waiting for approval. */
public sealed interface PolicyChange {

    /** Done at once: there is no second admin who could agree. */
    record Done(Policy policy) implements PolicyChange {}

    /** Waits for another admin's approval. */
    record Pending(UUID approvalRequestUuid, String requestNumber, Instant expiresAt) implements PolicyChange {}
}
