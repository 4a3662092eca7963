package io.countersign.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who decides in whose name, and when. */
public record Delegation(
        UUID uuid,
        String giver,
        String from,
        String delegate,
        String to,
        List<String> roles,
        Instant fromTime,
        Instant toTime,
        String reason,
        Instant createdAt,
        String etag) {}
