import io.countersign.script.*;
import java.util.*;

public class RejProcHandle implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + ProcessHandle.current().pid());
    }
}
