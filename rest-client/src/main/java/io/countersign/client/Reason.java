package io.countersign.client;

import org.jspecify.annotations.Nullable;

/** Why. */
public record Reason(@Nullable String reason) {}
