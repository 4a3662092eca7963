import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillTreeCompare implements Workflow {
record K(int n) implements Comparable<K> { public int compareTo(K o) { for (;;) { } } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        TreeMap<K, Integer> m = new TreeMap<>();
        m.put(new K(1), 1);
        return WorkflowResult.ok("ESCAPED");
    }
}
