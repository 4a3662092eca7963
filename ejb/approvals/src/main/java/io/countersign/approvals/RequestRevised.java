package io.countersign.approvals;

import java.util.UUID;

/** A pending request's inputs were changed; earlier votes are void and so are earlier tokens. Fired inside the transaction. */
public record RequestRevised(UUID id) {}
