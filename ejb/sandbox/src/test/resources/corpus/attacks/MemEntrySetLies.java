import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemEntrySetLies implements Workflow {
static final class Lie implements Iterable<Map.Entry<String, Object>> {
    public Iterator<Map.Entry<String, Object>> iterator() { return new Iterator<>() { public boolean hasNext() { return true; } public Map.Entry<String, Object> next() { return Map.entry("a", 1); } }; }
}
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<String, Object> m = new HashMap<>();
        m.put("x", StreamSupport.stream(new Lie().spliterator(), false).toList());
        return WorkflowResult.ok("ESCAPED", m);
    }
}
