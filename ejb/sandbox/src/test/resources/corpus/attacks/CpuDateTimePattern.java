import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuDateTimePattern implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + java.time.format.DateTimeFormatter.ofPattern("[".repeat(1_000_000) + "yyyy").format(java.time.LocalDate.EPOCH).length());
    }
}
