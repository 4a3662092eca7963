import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.*;

public class MemConcCapacity implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<Integer, Integer> m = new ConcurrentHashMap<>(1 << 30);
        m.put(1, 1);
        return WorkflowResult.ok("ESCAPED");
    }
}
