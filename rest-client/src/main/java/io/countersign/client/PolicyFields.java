package io.countersign.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writable fields of a policy; {@code when} and {@code then} as the contract writes them. */
public record PolicyFields(
        @Nullable String name,
        @Nullable String kind,
        @Nullable Boolean enabled,
        @Nullable Integer priority,
        @Nullable Map<String, Object> when,
        @Nullable Map<String, Object> then) {}
