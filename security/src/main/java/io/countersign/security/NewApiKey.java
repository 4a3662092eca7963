package io.countersign.security;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requested API key as it was received; everything is checked by {@link ApiKeys#create}. Absent lists are null or
 * empty.
 */
public record NewApiKey(
        @Nullable String name,
        @Nullable String keyType,
        @Nullable List<@Nullable String> scopes,
        @Nullable String owner,
        @Nullable List<@Nullable String> roles,
        @Nullable Instant expiresAt,
        @Nullable String organizationId) {

    /** The same wish, for that organization's key. */
    NewApiKey within(@Nullable String organization) {
        return new NewApiKey(name, keyType, scopes, owner, roles, expiresAt, organization);
    }
}
