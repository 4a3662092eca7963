import io.countersign.script.*;
import java.util.*;

public class RejSecProviders implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.security.Security.getProviders().length);
    }
}
