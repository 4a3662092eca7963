package io.countersign.execution;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list, newest first; null means no filter.
 *
 * @param status a {@link RunStatus} wire name
 * @param fromTime queued at or after
 * @param toTime queued before
 */
public record RunQuery(
        @Nullable String status,
        @Nullable UUID workflowUuid,
        @Nullable Instant fromTime,
        @Nullable Instant toTime) {

    /** Every run. */
    public static RunQuery all() {
        return new RunQuery(null, null, null, null);
    }
}
