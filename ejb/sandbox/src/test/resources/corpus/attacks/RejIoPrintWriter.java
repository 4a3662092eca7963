import io.countersign.script.*;
import java.util.*;

public class RejIoPrintWriter implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
new java.io.PrintWriter("/tmp/x").close(); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
