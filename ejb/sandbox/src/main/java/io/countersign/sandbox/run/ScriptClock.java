package io.countersign.sandbox.run;

import io.countersign.sandbox.RunTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a run takes for the present: the system's clock, or one that only moves when the run waits. */
final class ScriptClock extends Clock {
    private final @Nullable Instant startsAt;
    private final ZoneId zone;
    private final LongSupplier waitedMillis;

    private ScriptClock(@Nullable Instant startsAt, ZoneId zone, LongSupplier waitedMillis) {
        this.startsAt = startsAt;
        this.zone = zone;
        this.waitedMillis = waitedMillis;
    }

    static Clock of(RunTime time, LongSupplier waitedMillis) {
        return time.waits() ? Clock.systemUTC() : new ScriptClock(time.startsAt(), ZoneOffset.UTC, waitedMillis);
    }

    @Override
    public Instant instant() {
        Instant from = startsAt == null ? Instant.now() : startsAt;
        return from.plus(Duration.ofMillis(waitedMillis.getAsLong()));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ScriptClock(startsAt, other, waitedMillis);
    }
}
