package io.countersign.execution;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list, newest first; null means no filter.
 *
 * @param statuses empty for any
 * @param fromTime queued at or after
 * @param toTime queued before
 */
public record RunQuery(
        Set<RunStatus> statuses,
        @Nullable UUID workflowUuid,
        @Nullable Instant fromTime,
        @Nullable Instant toTime,
        @Nullable RunKind kind) {

    /** Of any kind. */
    public RunQuery(
            Set<RunStatus> statuses,
            @Nullable UUID workflowUuid,
            @Nullable Instant fromTime,
            @Nullable Instant toTime) {
        this(statuses, workflowUuid, fromTime, toTime, null);
    }

    public RunQuery {
        statuses = Set.copyOf(statuses);
    }

    /** Every run. */
    public static RunQuery all() {
        return new RunQuery(Set.of(), null, null, null);
    }
}
