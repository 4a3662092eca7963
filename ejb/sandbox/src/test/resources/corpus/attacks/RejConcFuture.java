import io.countersign.script.*;
import java.util.*;

public class RejConcFuture implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.util.concurrent.CompletableFuture.supplyAsync(() -> 1).get());
    }
}
