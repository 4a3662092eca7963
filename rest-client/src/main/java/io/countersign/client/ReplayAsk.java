package io.countersign.client;

import org.jspecify.annotations.Nullable;

/** A draft policy to try on past requests. */
public record ReplayAsk(
        @Nullable PolicyFields policy, @Nullable Integer last) {}
