import io.countersign.script.*;
import java.util.*;

public class RejSecRandom implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new java.security.SecureRandom().getProvider());
    }
}
