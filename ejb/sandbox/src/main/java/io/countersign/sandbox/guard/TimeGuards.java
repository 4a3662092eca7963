package io.countersign.sandbox.guard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;

/** Guards of what asks for the present: a run is told the time of its own clock, which a case file may fix. */
public final class TimeGuards {
    private TimeGuards() {}

    private static Clock clock() {
        return ScriptThread.current().clock();
    }

    private static Clock clock(ZoneId zone) {
        return clock().withZone(zone);
    }

    private static Clock local() {
        return clock(ZoneId.systemDefault());
    }

    public static long currentTimeMillis() {
        return clock().millis();
    }

    public static long nanoTime() {
        Instant now = clock().instant();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }

    public static Clock systemUTC() {
        return clock();
    }

    public static Clock systemDefaultZone() {
        return local();
    }

    public static Clock system(ZoneId zone) {
        return clock(zone);
    }

    public static Date date() {
        return Date.from(clock().instant());
    }

    public static Instant instant() {
        return clock().instant();
    }

    public static LocalDate localDate() {
        return LocalDate.now(local());
    }

    public static LocalDate localDate(ZoneId zone) {
        return LocalDate.now(clock(zone));
    }

    public static LocalDateTime localDateTime() {
        return LocalDateTime.now(local());
    }

    public static LocalDateTime localDateTime(ZoneId zone) {
        return LocalDateTime.now(clock(zone));
    }

    public static LocalTime localTime() {
        return LocalTime.now(local());
    }

    public static LocalTime localTime(ZoneId zone) {
        return LocalTime.now(clock(zone));
    }

    public static MonthDay monthDay() {
        return MonthDay.now(local());
    }

    public static MonthDay monthDay(ZoneId zone) {
        return MonthDay.now(clock(zone));
    }

    public static OffsetDateTime offsetDateTime() {
        return OffsetDateTime.now(local());
    }

    public static OffsetDateTime offsetDateTime(ZoneId zone) {
        return OffsetDateTime.now(clock(zone));
    }

    public static OffsetTime offsetTime() {
        return OffsetTime.now(local());
    }

    public static OffsetTime offsetTime(ZoneId zone) {
        return OffsetTime.now(clock(zone));
    }

    public static Year year() {
        return Year.now(local());
    }

    public static Year year(ZoneId zone) {
        return Year.now(clock(zone));
    }

    public static YearMonth yearMonth() {
        return YearMonth.now(local());
    }

    public static YearMonth yearMonth(ZoneId zone) {
        return YearMonth.now(clock(zone));
    }

    public static ZonedDateTime zonedDateTime() {
        return ZonedDateTime.now(local());
    }

    public static ZonedDateTime zonedDateTime(ZoneId zone) {
        return ZonedDateTime.now(clock(zone));
    }
}
