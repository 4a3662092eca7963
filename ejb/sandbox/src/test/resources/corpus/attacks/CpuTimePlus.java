import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuTimePlus implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        long n = java.time.LocalDate.MIN.datesUntil(java.time.LocalDate.MAX).filter(d -> d.getYear() == 7_000_000).count();
        return WorkflowResult.ok("ESCAPED " + n);
    }
}
