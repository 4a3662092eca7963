import io.countersign.script.*;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.*;

public class ThrowCausesForever implements Workflow {
    static class Endless extends RuntimeException {
        Endless() {
            super("m", null, false, false);
        }

        @Override
        public Throwable getCause() {
            DateTimeFormatter.ofPattern("EEEE", Locale.FRANCE).format(LocalDate.EPOCH);
            return new Endless();
        }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        throw new Endless();
    }
}
