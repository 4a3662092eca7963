package io.countersign.client;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A policy. */
public record Policy(
        UUID uuid,
        String name,
        String kind,
        boolean enabled,
        int priority,
        Map<String, Object> when,
        Map<String, Object> then,
        Instant createdAt,
        Instant updatedAt) {}
