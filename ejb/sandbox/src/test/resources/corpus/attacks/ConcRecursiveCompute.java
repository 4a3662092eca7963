import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.*;

public class ConcRecursiveCompute implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ConcurrentHashMap<String, Integer> m = new ConcurrentHashMap<>();
        m.compute("a", (k, v) -> m.compute("a", (k2, v2) -> m.compute("a", (k3, v3) -> 1)));
        return WorkflowResult.ok("ran " + m.size());
    }
}
