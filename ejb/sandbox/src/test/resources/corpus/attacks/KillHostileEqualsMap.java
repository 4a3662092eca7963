import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillHostileEqualsMap implements Workflow {
record K(int n) { public int hashCode() { return 1; } public boolean equals(Object o) { while (true) { } } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<K, Integer> m = new HashMap<>();
        m.put(new K(1), 1);
        try { m.put(new K(2), 2); } finally { return WorkflowResult.ok("ESCAPED"); }
    }
}
