package io.countersign.approvals;

import java.util.UUID;

/** A pending request has reached an escalation step ({@code step} counts from 0). Fired inside the transaction. */
public record RequestEscalated(UUID id, int step) {}
