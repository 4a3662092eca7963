package io.countersign.client;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One decision; it counts unless its person has left or lost the role since, while the request is pending. */
public record Decision(
        String person,
        String approver,
        String decision,
        @Nullable String role,
        @Nullable String comment,
        String channel,
        Instant decidedAt,
        @Nullable String decidedBy,
        Map<String, Object> credential,
        boolean counts) {}
