import io.countersign.script.*;
import java.time.format.*;
import java.time.temporal.*;
import java.util.*;

public class KeepFieldText implements Workflow {
    /** The JDK keeps each field whose text it has looked for, and compares a new one with those of the same hash. */
    static final class Note implements TemporalField {
        private final String text;
        private final List<String> met;

        Note(String text, List<String> met) {
            this.text = text;
            this.met = met;
        }

        @Override
        public boolean equals(Object o) {
            if (o != this) met.add(o.toString());
            return o == this;
        }

        @Override
        public int hashCode() {
            return 4711;
        }

        @Override
        public String toString() {
            return text;
        }

        @Override
        public TemporalUnit getBaseUnit() {
            return ChronoUnit.DAYS;
        }

        @Override
        public TemporalUnit getRangeUnit() {
            return ChronoUnit.FOREVER;
        }

        @Override
        public ValueRange range() {
            return ValueRange.of(0, 9);
        }

        @Override
        public boolean isDateBased() {
            return true;
        }

        @Override
        public boolean isTimeBased() {
            return false;
        }

        @Override
        public boolean isSupportedBy(TemporalAccessor temporal) {
            return true;
        }

        @Override
        public ValueRange rangeRefinedBy(TemporalAccessor temporal) {
            return range();
        }

        @Override
        public long getFrom(TemporalAccessor temporal) {
            return 1;
        }

        @Override
        public <R extends Temporal> R adjustInto(R temporal, long newValue) {
            return temporal;
        }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        List<String> met = new ArrayList<>();
        String secret = ctx.secrets().get("API_KEY").orElse("none");
        String text = new DateTimeFormatterBuilder().appendText(new Note(secret, met)).appendText(new Note(secret, met), TextStyle.SHORT)
                .toFormatter(Locale.ROOT)
                .format(java.time.LocalDate.EPOCH);
        met.removeIf(secret::equals);
        return WorkflowResult.ok(met.isEmpty() ? "alone: " + text : "ESCAPED: an earlier run left " + met);
    }
}
