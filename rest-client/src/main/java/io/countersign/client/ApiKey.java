package io.countersign.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key without its secret, except in the answer that made it. */
public record ApiKey(
        UUID uuid,
        String name,
        String keyType,
        String prefix,
        String owner,
        List<String> scopes,
        List<String> roles,
        @Nullable String organizationId,
        @Nullable String key,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {}
