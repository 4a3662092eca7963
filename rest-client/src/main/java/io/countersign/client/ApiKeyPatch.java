package io.countersign.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a key; null is unchanged. */
public record ApiKeyPatch(
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable List<String> roles,
        @Nullable Instant expiresAt) {}
