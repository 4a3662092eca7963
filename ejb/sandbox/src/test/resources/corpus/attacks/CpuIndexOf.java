import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuIndexOf implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String hay = "a".repeat(4_000_000), needle = "a".repeat(2_000_000) + "b";
        int n = 0;
        for (int i = 0; i < 1000; i++) { n += hay.indexOf(needle); }
        return WorkflowResult.ok("ESCAPED " + n);
    }
}
