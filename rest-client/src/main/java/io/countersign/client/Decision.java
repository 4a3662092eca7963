package io.countersign.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One counting decision. */
public record Decision(
        String approver,
        String decision,
        @Nullable String role,
        @Nullable String comment,
        String channel,
        Instant decidedAt,
        @Nullable String decidedBy) {}
