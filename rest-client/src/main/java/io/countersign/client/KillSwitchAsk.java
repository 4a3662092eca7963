package io.countersign.client;

import org.jspecify.annotations.Nullable;

/** A stop to pull. */
public record KillSwitchAsk(String scope, @Nullable String target, String reason) {}
