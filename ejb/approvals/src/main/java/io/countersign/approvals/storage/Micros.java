package io.countersign.approvals.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the database keeps them. */
public final class Micros {

    private Micros() {}

    /** Cut to what every database can store, so that what is answered now equals what is read later. */
    public static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
