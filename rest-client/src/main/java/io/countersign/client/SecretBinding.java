package io.countersign.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who may be granted a secret, and where it may be sent; empty lists limit nothing. */
public record SecretBinding(
        String name,
        List<String> organizations,
        List<UUID> workflows,
        List<String> hosts,
        boolean handle,
        Instant createdAt,
        Instant updatedAt,
        long revision) {}
