package io.countersign.execution;

import java.time.Instant;
import java.util.UUID;

/** The result of a request to execute: queued, or waiting for approval. */
public sealed interface ExecuteResult {

    /** No agreement was needed, or a policy gave it: the run is queued. */
    record Queued(UUID runUuid) implements ExecuteResult {}

    /** People are being asked; no run exists until they agree. */
    record PendingApproval(UUID approvalRequestUuid, String requestNumber, Instant expiresAt)
            implements ExecuteResult {}
}
