package io.countersign.approvals;

import java.util.UUID;

/** A vote was stored and the request is still pending. Fired inside the transaction. */
public record VoteCast(UUID id) {}
