package io.countersign.client;

import java.util.UUID;

/** The request of an agreed key. */
public record KeyClaim(UUID approvalRequestUuid) {}
