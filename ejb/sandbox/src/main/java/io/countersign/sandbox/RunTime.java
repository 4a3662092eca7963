package io.countersign.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time of a run.
 *
 * @param waits whether pauses and the back-off of requests take their time; else they only move the run's clock on
 * @param startsAt what the run's clock says at its start, from where only pauses and back-off move it; null for the present
 */
public record RunTime(boolean waits, @Nullable Instant startsAt) {
    /** The present, and every wait takes its time. */
    public static final RunTime REAL = new RunTime(true, null);

    /** Of a run with mocks: nothing waits. */
    public static RunTime mocked(@Nullable Instant startsAt) {
        return new RunTime(false, startsAt);
    }
}
