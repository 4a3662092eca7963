import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.*;

public class ConcParallelReduce implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + new ConcurrentHashMap<>(Map.of("a", 1)).reduceValues(1, Integer::sum));
    }
}
