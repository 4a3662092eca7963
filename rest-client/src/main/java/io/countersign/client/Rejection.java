package io.countersign.client;

import org.jspecify.annotations.Nullable;

/** Why somebody objects, and the digest of the arguments that they saw; needed when the request was revised. */
public record Rejection(String reason, @Nullable String argumentsSha256) {}
