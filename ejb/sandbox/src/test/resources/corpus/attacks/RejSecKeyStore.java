import io.countersign.script.*;
import java.util.*;

public class RejSecKeyStore implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.security.KeyStore.getInstance("JKS"));
    }
}
