import io.countersign.script.*;
import java.util.*;

public class RejScript implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new javax.script.ScriptEngineManager());
    }
}
