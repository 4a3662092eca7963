import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.*;

public class ConcComputeForever implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ConcurrentHashMap<String, Integer> m = new ConcurrentHashMap<>();
        m.compute("a", (k, v) -> {
            for (;;) {}
        });
        return WorkflowResult.ok("ESCAPED");
    }
}
