package io.countersign.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as it may be shown: everything but the key itself.
 *
 * @param prefix the first 8 characters after {@code csk_}
 * @param owner id of the person behind the key
 * @param ownerName what that person was called when the key was made
 * @param roles realm roles that a human key acts with
 * @param version rises with every change; the ETag
 */
public record ApiKey(
        UUID id,
        String name,
        KeyType keyType,
        String prefix,
        String owner,
        String ownerName,
        Set<String> scopes,
        Set<String> roles,
        @Nullable String organizationId,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        int version) {}
