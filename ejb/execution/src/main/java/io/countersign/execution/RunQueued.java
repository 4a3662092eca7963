package io.countersign.execution;

import java.util.UUID;

/** Fired inside the transaction that inserted a run. */
public record RunQueued(UUID runUuid) {}
