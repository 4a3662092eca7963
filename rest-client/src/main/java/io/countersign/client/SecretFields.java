package io.countersign.client;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The writable fields of a secret's binding; the name at create only. */
public record SecretFields(
        @Nullable String name,
        @Nullable List<String> organizations,
        @Nullable List<UUID> workflows,
        @Nullable List<String> hosts,
        @Nullable Boolean handle) {}
