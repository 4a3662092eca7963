package io.countersign.client;

import org.jspecify.annotations.Nullable;

/** An approval's comment, and the digest that the decider saw. */
public record Comment(@Nullable String comment, @Nullable String argumentsSha256) {}
