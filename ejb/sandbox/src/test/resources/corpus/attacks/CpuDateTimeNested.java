import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuDateTimeNested implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        java.time.format.DateTimeFormatter f = java.time.format.DateTimeFormatter.ISO_DATE;
        for (int i = 0; i < 64; i++) { f = new java.time.format.DateTimeFormatterBuilder().append(f).append(f).toFormatter(); }
        return WorkflowResult.ok("ESCAPED " + f.format(java.time.LocalDate.EPOCH).length());
    }
}
