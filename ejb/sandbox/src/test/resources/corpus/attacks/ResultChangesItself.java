import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultChangesItself implements Workflow {
static final Map<String, Object> ALL = new LinkedHashMap<>();
record R(int n) { @Override public int n() { ALL.put("x" + ALL.size(), 1); return n; } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ALL.put("r", new R(1));
        ALL.put("s", 1);
        return WorkflowResult.ok("ESCAPED", ALL);
    }
}
