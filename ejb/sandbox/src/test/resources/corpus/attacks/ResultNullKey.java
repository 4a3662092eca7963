import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultNullKey implements Workflow {
static class M implements Map.Entry<String,Object> { public String getKey() { return null; } public Object getValue() { return null; } public Object setValue(Object o) { return null; } }
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Map<String,Object> m = new HashMap<>(); m.put(null, 1); return WorkflowResult.ok("x", m);
    }
}
