import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.*;

public class CpuConcRecursiveBins implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ConcurrentHashMap<Object, Integer> m = new ConcurrentHashMap<>();
        m.computeIfAbsent("AaAa", k -> m.computeIfAbsent("BBBB", j -> m.computeIfAbsent("AaBB", i -> 42)));
        for (int i = 0; i < 10_000; i++) {
            int n = i;
            m.computeIfAbsent(n, k -> {
                m.put(-n - 1, 1);
                return n;
            });
        }
        return WorkflowResult.ok("ran " + m.size());
    }
}
