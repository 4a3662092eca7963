import io.countersign.script.*;
import java.util.*;

public class RejOurHost implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new io.countersign.sandbox.run.ScriptLoader(null));
    }
}
