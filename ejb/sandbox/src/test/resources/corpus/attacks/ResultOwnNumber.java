import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultOwnNumber implements Workflow {
static final class N extends Number { public int intValue() { return 1; } public long longValue() { return 1; } public float floatValue() { return 1; } public double doubleValue() { return 1; } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED", Map.of("n", new N()));
    }
}
