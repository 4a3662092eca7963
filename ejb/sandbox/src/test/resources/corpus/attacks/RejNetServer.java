import io.countersign.script.*;
import java.util.*;

public class RejNetServer implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new java.net.ServerSocket(0));
    }
}
