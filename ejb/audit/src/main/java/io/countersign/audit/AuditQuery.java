package io.countersign.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; a null field filters nothing. Times: from inclusive, to exclusive.
 *
 * @param organizations whose rows to look at; empty: everybody's
 */
public record AuditQuery(
        @Nullable String actor,
        @Nullable String action,
        @Nullable UUID targetId,
        @Nullable Instant from,
        @Nullable Instant to,
        List<String> organizations) {

    public AuditQuery {
        organizations = List.copyOf(organizations);
    }

    /** Everything. */
    public static AuditQuery all() {
        return new AuditQuery(null, null, null, null, null, List.of());
    }

    /** Everything that happened to one target. */
    public static AuditQuery about(UUID targetId) {
        return new AuditQuery(null, null, targetId, null, null, List.of());
    }
}
