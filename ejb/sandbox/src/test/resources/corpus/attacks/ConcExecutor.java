import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.*;

public class ConcExecutor implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Callable<String> c = () -> "x";
        return WorkflowResult.ok("ESCAPED: " + Executors.newCachedThreadPool().submit(c).get());
    }
}
