package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptFormsTest {

    private final FormSeal seal = Seals.of("here");
    private final HandClock clock = new HandClock();
    private final KeptForms kept = new KeptForms(seal, clock);

    @Test
    void theWriterFindsTheWordsOnce() {
        String id = keep("alex", "the words").orElseThrow();
        assertEquals("the words", kept.take(id, "alex").orElseThrow().fields().get("code")[0]);
        assertEquals(Optional.empty(), kept.take(id, "alex"));
    }

    @Test
    void nobodyElseFindsThemAndThenTheyAreGone() {
        String id = keep("alex", "the words").orElseThrow();
        assertEquals(Optional.empty(), kept.take(id, "blake"));
        assertEquals(Optional.empty(), kept.take(id, "alex"));
    }

    @Test
    void whatWeDidNotMakeIsNotKept() {
        assertEquals(Optional.empty(), kept.keep("/decide", Map.of("code", new String[] {"x"})));
        String forged = Seals.of("elsewhere").seal("nonce", "alex");
        assertEquals(Optional.empty(), kept.keep("/decide", Map.of("csrf", new String[] {forged})));
    }

    @Test
    void theyAreKeptForMinutes() {
        String id = keep("alex", "the words").orElseThrow();
        clock.now = clock.now.plus(KeptForms.LIFE);
        assertEquals(Optional.empty(), kept.take(id, "alex"));
    }

    @Test
    void tooLongIsNotKeptAndManyDriveOutTheOldest() {
        assertEquals(Optional.empty(), keep("alex", "x".repeat(KeptForms.MOST_CHARACTERS)));
        String large = "x".repeat(KeptForms.MOST_CHARACTERS - 1000);
        String first = keep("alex", large).orElseThrow();
        String last = first;
        for (int i = 0; i < 40; i++) {
            last = keep("alex", large).orElseThrow();
        }
        assertEquals(Optional.empty(), kept.take(first, "alex"));
        assertTrue(kept.take(last, "alex").isPresent());
    }

    private Optional<String> keep(String person, String code) {
        String token = seal.seal(RandomText.make(), person);
        return kept.keep("/save-workflow", Map.of("csrf", new String[] {token}, "code", new String[] {code}));
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T14:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
