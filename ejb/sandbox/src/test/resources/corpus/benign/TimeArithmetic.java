import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class TimeArithmetic implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        java.time.Instant at = java.time.Instant.parse("2025-07-01T12:00:00Z");
        java.time.Clock clock = java.time.Clock.fixed(at, java.time.ZoneOffset.UTC);
        java.time.ZonedDateTime utc = java.time.ZonedDateTime.now(clock);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("age", java.time.Duration.between(at.minusSeconds(9000), clock.instant()));
        out.put("local", utc.withZoneSameInstant(java.time.ZoneId.of("Europe/Berlin")));
        out.put("parsed", java.time.OffsetDateTime.parse("2025-07-01T14:00:00+02:00").toInstant());
        out.put("days", java.time.temporal.ChronoUnit.DAYS.between(java.time.LocalDate.of(2025, 6, 1), utc.toLocalDate()));
        out.put("period", java.time.Period.between(java.time.LocalDate.of(2025, 5, 30), java.time.LocalDate.of(2025, 7, 2)));
        out.put("rfc", java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(utc));
        out.put("weekday", utc.getDayOfWeek());
        out.put("trunc", at.plusMillis(999).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        out.put("next", utc.toLocalDate().with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.MONDAY)));
        out.put("custom", java.time.format.DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH).format(utc));
        out.put("epoch", at.getEpochSecond());
        try { out.put("bad", java.time.LocalDate.parse("2025-13-01").toString()); } catch (java.time.format.DateTimeParseException e) { out.put("bad", "no date"); }
        out.put("between", java.time.Duration.ofHours(2).plusMinutes(30).toMinutes());
        out.put("quarter", utc.get(java.time.temporal.IsoFields.QUARTER_OF_YEAR));
        return WorkflowResult.ok("ok", out);
    }
}
