import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class TimesOfDay implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        java.time.LocalDateTime at = java.time.LocalDateTime.parse("01.07.2025 12:00", java.time.format.DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm").withResolverStyle(java.time.format.ResolverStyle.STRICT));
        java.time.LocalTime from = java.time.LocalTime.of(8, 0), to = java.time.LocalTime.parse("13:15");
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("open", !at.toLocalTime().isBefore(from) && at.toLocalTime().isBefore(to) && EnumSet.range(java.time.DayOfWeek.MONDAY, java.time.DayOfWeek.FRIDAY).contains(at.getDayOfWeek()));
        out.put("left", java.time.Duration.between(at.toLocalTime(), to));
        out.put("week", at.get(java.time.temporal.WeekFields.ISO.weekOfWeekBasedYear()));
        out.put("leap", java.time.Year.isLeap(2024) && java.time.YearMonth.of(2024, 2).lengthOfMonth() == 29);
        java.time.ZoneId berlin = java.time.ZoneId.of("Europe/Berlin");
        out.put("offset", berlin.getRules().getOffset(at).getId());
        out.put("gap", java.time.ZonedDateTime.of(2025, 3, 30, 2, 30, 0, 0, berlin).toLocalDateTime());
        out.put("iso", java.time.Period.parse("P14M").normalized());
        out.put("parsed", at);
        out.put("builder", new java.time.format.DateTimeFormatterBuilder().appendPattern("uuuu/MM/dd").optionalStart().appendLiteral(' ').appendPattern("HH").optionalEnd().toFormatter(Locale.ROOT).format(at.toLocalDate()));
        out.put("year", java.time.temporal.TemporalQueries.localDate().queryFrom(at).getYear());
        out.put("field", at.getLong(java.time.temporal.ChronoField.DAY_OF_YEAR));
        out.put("min", Collections.min(List.of(from, to)));
        return WorkflowResult.ok("ok", out);
    }
}
