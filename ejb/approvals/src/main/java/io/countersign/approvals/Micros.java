package io.countersign.approvals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the database keeps them. */
final class Micros {

    private Micros() {}

    /** Cut to what every database can store, so that what is answered now equals what is read later. */
    static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
