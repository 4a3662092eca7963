import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.atomic.*;

public class ConcUpdateForever implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        AtomicInteger a = new AtomicInteger();
        int n = a.updateAndGet(x -> {
            a.set(x + 1);
            return x;
        });
        return WorkflowResult.ok("ESCAPED: " + n);
    }
}
