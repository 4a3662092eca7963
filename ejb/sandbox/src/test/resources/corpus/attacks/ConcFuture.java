import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.*;

public class ConcFuture implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + CompletableFuture.supplyAsync(() -> 1).get());
    }
}
