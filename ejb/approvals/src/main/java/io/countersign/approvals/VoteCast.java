package io.countersign.approvals;

import java.util.UUID;

/** A person's vote was stored and did not settle the request. Fired inside the transaction. */
public record VoteCast(UUID id) {}
