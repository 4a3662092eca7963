package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionLifeTest {

    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void aSignInEndsWithTheWorkingDay() {
        Instant evening = MORNING.plus(SessionLife.LONGEST);
        assertFalse(SessionLife.isOver(Optional.of(MORNING), MORNING, evening));
        assertTrue(SessionLife.isOver(Optional.of(MORNING), MORNING, evening.plusSeconds(1)));
    }

    @Test
    void aNewSessionBehindAnOldSignInIsOverToo() {
        Instant late = MORNING.plus(SessionLife.LONGEST).plusSeconds(60);
        assertTrue(SessionLife.isOver(Optional.of(MORNING), late, late));
        assertFalse(SessionLife.isOver(Optional.empty(), late, late), "where nothing is said, the session counts");
    }
}
