import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillComputeIfAbsent implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<Integer, Integer> m = new HashMap<>();
        for (int i = 0; ; i++) { int n = i; try { m.computeIfAbsent(n, k -> m.computeIfAbsent(k + 1, x -> x)); } catch (ConcurrentModificationException e) { m.clear(); } }
    }
}
