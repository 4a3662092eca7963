package io.countersign.security;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to a key; a null field stays as it is. Type, owner and the key itself never change.
 *
 * @param clearExpiry true to let the key live for ever ({@code expires_at: null} on the wire)
 */
public record ApiKeyPatch(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable List<@Nullable String> roles,
        @Nullable Instant expiresAt,
        boolean clearExpiry) {}
