package io.countersign.sandbox.mocks;

import io.countersign.sandbox.RunTime;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Reads the field {@code clock}: the time at which a run with mocks begins. */
public final class CaseClock {
    private CaseClock() {}

    /**
     * The time of the run: from that moment, or from the present if there is none.
     *
     * @throws UnusableFieldException if it is no time
     */
    public static RunTime of(String clock) {
        if (clock == null) {
            return RunTime.mocked(null);
        }
        try {
            return RunTime.mocked(OffsetDateTime.parse(clock).toInstant());
        } catch (DateTimeException e) {
            throw UnusableFieldException.unlike("clock", "a time with its offset, such as 2026-03-01T08:00:00Z");
        }
    }
}
