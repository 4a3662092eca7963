package io.countersign.approvals;

import java.util.UUID;

/** A request reached a final state, whichever. Fired inside the transaction. */
public record RequestDecided(UUID id, Kind kind, Status status) {}
