import io.countersign.script.*;
import java.util.*;

public class RejNetUrl implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new java.net.URL("file:///etc/passwd").openStream().read());
    }
}
