package io.countersign.client;

import org.jspecify.annotations.Nullable;

/** A request that a script made. */
public record HttpCall(
        String method,
        String url,
        @Nullable Integer status,
        long durationMs,
        @Nullable String error) {}
