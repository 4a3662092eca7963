import io.countersign.script.*;
import java.util.*;

public class KillResultMap implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED", new AbstractMapLike());
    }
}
class AbstractMapLike implements Map<String, Object> { public int size() { return 1; } public boolean isEmpty() { return false; } public boolean containsKey(Object k) { return true; } public boolean containsValue(Object v) { return true; } public Object get(Object k) { return null; } public Object put(String k, Object v) { return null; } public Object remove(Object k) { return null; } public void putAll(Map<? extends String, ?> m) { } public void clear() { } public Set<String> keySet() { return Set.of("a"); } public Collection<Object> values() { return List.of(); } public Set<Map.Entry<String, Object>> entrySet() { while (true) { } } }