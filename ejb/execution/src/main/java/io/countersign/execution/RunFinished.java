package io.countersign.execution;

import java.util.UUID;

/** Fired inside the transaction that gave a run its last status. */
public record RunFinished(UUID runUuid, RunStatus status) {}
