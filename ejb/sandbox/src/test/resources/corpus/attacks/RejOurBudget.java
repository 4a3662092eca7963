import io.countersign.script.*;
import java.util.*;

public class RejOurBudget implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
io.countersign.sandbox.guard.Checkpoint.leave(); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
