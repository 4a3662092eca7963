package io.countersign.client;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the record. */
public record AuditRow(
        long seq,
        Instant at,
        String actor,
        String action,
        String targetType,
        @Nullable UUID targetUuid,
        Map<String, Object> details,
        @Nullable String organizationId,
        String prevHash,
        String hash) {}
