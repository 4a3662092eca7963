package io.countersign.approvals;

import java.util.UUID;

/** A request was stored and waits for people. Fired inside the transaction. */
public record RequestAsked(UUID id) {}
