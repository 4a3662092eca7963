import io.countersign.script.*;
import java.util.*;

public class RejStackWalk implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + StackWalker.getInstance());
    }
}
