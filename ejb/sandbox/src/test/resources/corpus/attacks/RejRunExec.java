import io.countersign.script.*;
import java.util.*;

public class RejRunExec implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Runtime.getRuntime().exec("id"); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
