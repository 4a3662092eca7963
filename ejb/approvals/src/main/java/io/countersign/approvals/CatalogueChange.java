package io.countersign.approvals;

import java.time.Instant;
import java.util.UUID;

/** The result of submitting a change of the tool catalogue: applied, or waiting for approval. */
public sealed interface CatalogueChange {

    /** Done at once: there is no second admin who could agree. */
    record Done(CatalogueEntry entry) implements CatalogueChange {}

    /** Waits for another admin's approval. */
    record Pending(UUID approvalRequestUuid, String requestNumber, Instant expiresAt) implements CatalogueChange {}
}
