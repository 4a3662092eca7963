import io.countersign.script.*;
import java.util.*;

public class RejMutableStatic implements Workflow {
    static class Box { static int n; }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + Box.n++);
    }
}
