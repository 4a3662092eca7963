import io.countersign.script.*;
import java.util.*;

public class DepthFinally implements Workflow {
    int f(int n) { return f(n + 1) + 1; }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { f(0); } finally { return WorkflowResult.ok("ESCAPED: swallowed"); }
    }
}
