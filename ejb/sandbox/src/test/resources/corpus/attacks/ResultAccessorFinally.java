import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultAccessorFinally implements Workflow {
record R(int n) { @Override public int n() { try { while (true) { } } finally { return 1; } } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED", Map.of("r", new R(1)));
    }
}
