package io.countersign.sandbox.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class JsonTimesTest {
    @Test
    void aWholeMinuteHasItsSeconds() {
        OffsetDateTime hour = OffsetDateTime.parse("2023-11-14T22:00+01:00");
        assertEquals("2023-11-14T22:00:00+01:00", JsonTimes.text(hour));
        assertEquals("2023-11-14T22:00:00+01:00", JsonTimes.text(hour.atZoneSameInstant(ZoneId.of("Europe/Berlin"))));
        assertEquals("22:00:00+01:00", JsonTimes.text(hour.toOffsetTime()));
        assertEquals("2023-11-14T22:00:00", JsonTimes.text(LocalDateTime.of(2023, 11, 14, 22, 0)));
        assertEquals("22:00:00", JsonTimes.text(LocalTime.of(22, 0)));
    }

    @Test
    void theRestIsAsTheJdkWritesIt() {
        assertEquals("2023-11-14T21:00:00Z", JsonTimes.text(Instant.parse("2023-11-14T21:00:00Z")));
        assertEquals("2023-11-14", JsonTimes.text(LocalDate.of(2023, 11, 14)));
        assertEquals("PT1M", JsonTimes.text(Duration.ofMinutes(1)));
    }
}
