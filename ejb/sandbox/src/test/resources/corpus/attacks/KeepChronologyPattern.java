import io.countersign.script.*;
import java.time.LocalDate;
import java.time.chrono.*;
import java.time.format.*;
import java.time.temporal.*;
import java.util.*;

public class KeepChronologyPattern implements Workflow {
    /** The JDK keeps the pattern of a chronology under its id, whoever says that id. */
    static final class Impostor implements Chronology {
        @Override
        public String getId() {
            return "ISO";
        }

        @Override
        public String getCalendarType() {
            return "buddhist";
        }

        @Override
        public ChronoLocalDate date(int y, int m, int d) {
            return LocalDate.of(y, m, d);
        }

        @Override
        public ChronoLocalDate dateYearDay(int y, int d) {
            return LocalDate.ofYearDay(y, d);
        }

        @Override
        public ChronoLocalDate dateEpochDay(long d) {
            return LocalDate.ofEpochDay(d);
        }

        @Override
        public ChronoLocalDate date(TemporalAccessor t) {
            return LocalDate.from(t);
        }

        @Override
        public boolean isLeapYear(long y) {
            return false;
        }

        @Override
        public int prolepticYear(Era e, int y) {
            return y;
        }

        @Override
        public Era eraOf(int e) {
            return IsoEra.CE;
        }

        @Override
        public List<Era> eras() {
            return List.of();
        }

        @Override
        public ValueRange range(ChronoField f) {
            return f.range();
        }

        @Override
        public ChronoLocalDate resolveDate(Map<TemporalField, Long> m, ResolverStyle s) {
            return null;
        }

        @Override
        public int compareTo(Chronology o) {
            return 0;
        }

        @Override
        public boolean equals(Object o) {
            return o == this;
        }

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public String toString() {
            return "ISO";
        }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        DateTimeFormatter italian = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.ITALY);
        italian.withChronology(new Impostor()).format(LocalDate.EPOCH);
        String after = italian.format(LocalDate.EPOCH);
        return WorkflowResult.ok(after.equals("giovedì 1 gennaio 1970") ? "as ever" : "ESCAPED: every later run writes " + after);
    }
}
