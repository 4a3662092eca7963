import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.*;

public class ConcParallelForEach implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        new ConcurrentHashMap<>(Map.of("a", 1)).forEach(1, (k, v) -> {});
        return WorkflowResult.ok("ESCAPED");
    }
}
