import io.countersign.script.*;
import java.util.*;

public class DepthPlain implements Workflow {
    int f(int n) { return f(n + 1) + 1; }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + f(0));
    }
}
