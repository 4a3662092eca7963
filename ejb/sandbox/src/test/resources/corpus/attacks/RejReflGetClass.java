import io.countersign.script.*;
import java.util.*;

public class RejReflGetClass implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + ctx.getClass().getName());
    }
}
