import io.countersign.script.*;
import java.time.*;
import java.time.format.*;
import java.time.temporal.*;
import java.util.*;
public class TimeWork implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Instant t = Instant.parse("2026-01-01T00:00:00Z"); Duration d = Duration.ofHours(25); LocalDate x = LocalDate.of(2024, 2, 28).plusDays(2); long days = ChronoUnit.DAYS.between(x, LocalDate.of(2024, 12, 31)); Instant now = ctx.clock().instant(); boolean ok = now.isAfter(t.minus(d)); return WorkflowResult.ok(x.format(DateTimeFormatter.ISO_DATE) + " " + days + " " + ok, Map.of("i", t, "d", d, "ld", x, "p", Period.ofDays(3), "z", ZoneOffset.UTC, "next", x.with(TemporalAdjusters.firstDayOfNextMonth())));
    }
}
