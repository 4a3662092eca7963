package io.countersign.workflows;

import java.time.Instant;
import java.util.UUID;

/** The result of saving a workflow: stored, or waiting for approval. */
public sealed interface SaveResult {

    /** The workflow that was to be changed. */
    UUID workflowUuid();

    /** It holds. */
    record Done(Workflow workflow) implements SaveResult {
        @Override
        public UUID workflowUuid() {
            return workflow.uuid();
        }
    }

    /** It waits for another person's agreement, and nothing of it holds before. */
    record Pending(UUID workflowUuid, UUID approvalRequestUuid, String requestNumber, Instant expiresAt)
            implements SaveResult {}
}
