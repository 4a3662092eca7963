package io.countersign.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that was to be told. */
public record Notification(
        UUID uuid,
        String notifier,
        String occasion,
        UUID approvalRequestUuid,
        @Nullable UUID runUuid,
        @Nullable String recipient,
        @Nullable String place,
        String state,
        int attempts,
        @Nullable Instant nextTryAt,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
