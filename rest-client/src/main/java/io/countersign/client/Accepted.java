package io.countersign.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An accepted wish: a run, or a request that people have to decide. */
public record Accepted(
        String status,
        @Nullable UUID runUuid,
        @Nullable UUID approvalRequestUuid,
        @Nullable String requestId,
        @Nullable Instant expiresAt,
        @Nullable String callbackSecret,
        @Nullable String policy) {}
