package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTextTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private final DisplayText words = new DisplayText();

    @BeforeEach
    void setClock() {
        words.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @ParameterizedTest
    @CsvSource({
        "30, in under a minute",
        "-5, just now",
        "2520, in 42 min",
        "-60, 1 min ago",
        "3600, in 1 hour",
        "-7300, 2 hours ago",
        "259200, in 3 days",
    })
    void timesAreSaidFromNow(long seconds, String said) {
        assertEquals(said, words.relative(NOW.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1000, 1000", "1001, 1000+"})
    void whatWasNotCountedToTheEndSaysSo(long number, String said) {
        assertEquals(said, DisplayText.counted(number, 1000));
    }

    @Test
    void anAbsentTimeSaysNothing() {
        assertEquals("", words.relative(null));
        assertEquals("", words.absolute(null));
    }

    @ParameterizedTest
    @CsvSource({"250, 250 ms", "1400, 1.4 s", "300000, 5 min", "7200000, 2 hours", "604800000, 7 days"})
    void lengthsAreSaidInTheirOwnUnit(long ms, String said) {
        assertEquals(said, words.lasting(ms));
    }

    @Test
    void outsideNamesReadAsWords() {
        assertEquals("Timed out", words.capital("TIMED_OUT"));
        assertEquals("92 %", words.percent(0.92));
    }

    @Test
    void diffLinesAreToldApartByTheirFirstSign() {
        assertEquals(
                List.of("hunk", "hunk", "hunk", "add", "del", ""),
                List.of("--- a", "+++ b", "@@ -1 +1 @@", "+new", "-old", " same").stream()
                        .map(words::diffClass)
                        .toList());
    }

    @Test
    void everyLineOfALongTextIsShown() {
        assertEquals(6_007, words.lines("x\n".repeat(6_007)).size());
    }

    @Test
    void aKeyIsNamedWithThePersonBehindIt() {
        assertEquals(
                "triage (agent key of sam)",
                words.requesterOf(Map.of("key", "triage", "requested_by", "sam"), "agent"));
        assertEquals("maya", words.requesterOf(Map.of("requested_by", "maya"), "human"));
    }
}
