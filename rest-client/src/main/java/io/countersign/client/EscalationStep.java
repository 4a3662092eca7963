package io.countersign.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is asked further when nobody answers. */
public record EscalationStep(
        int afterSeconds,
        @Nullable List<String> roles,
        @Nullable String channel) {}
