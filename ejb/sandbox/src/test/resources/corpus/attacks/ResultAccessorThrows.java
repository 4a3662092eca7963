import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultAccessorThrows implements Workflow {
record R(int n) { @Override public int n() { throw new IllegalStateException("no"); } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED", Map.of("r", new R(1)));
    }
}
