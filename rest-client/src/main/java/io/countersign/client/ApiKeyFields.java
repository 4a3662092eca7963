package io.countersign.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key to make. */
public record ApiKeyFields(
        String name,
        String keyType,
        List<String> scopes,
        String owner,
        @Nullable List<String> roles,
        @Nullable Instant expiresAt,
        @Nullable String organizationId) {}
