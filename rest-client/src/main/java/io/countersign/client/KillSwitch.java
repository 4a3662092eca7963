package io.countersign.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stop that was pulled. */
public record KillSwitch(
        UUID uuid,
        String scope,
        @Nullable String target,
        String reason,
        String engagedBy,
        Instant engagedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt,
        @Nullable String organizationId) {}
