import io.countersign.script.*;
import java.util.*;

public class RejNetSocket implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new java.net.Socket("127.0.0.1", 22));
    }
}
