import io.countersign.script.*;
import java.util.*;

public class RejConcExecutor implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.util.concurrent.Executors.newCachedThreadPool());
    }
}
