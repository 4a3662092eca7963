package io.countersign.execution.queue;

import java.util.UUID;

/** Fired inside the transaction that inserted a run. */
public record RunQueued(UUID runUuid) {}
