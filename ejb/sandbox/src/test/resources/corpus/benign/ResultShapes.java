import io.countersign.script.*;
import jakarta.json.*;
import java.util.*;
public class ResultShapes implements Workflow {
    record P(String a, int b) {}
    enum Thread2 { A }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Map<String, Object> m = new LinkedHashMap<>(); m.put("null", null); m.put("arr", new int[] {1, 2}); m.put("strs", new String[] {"a"}); m.put("opt", Optional.of(5)); m.put("none", Optional.empty()); m.put("rec", new P("k", 1)); m.put("en", Thread2.A); m.put("json", Json.createObjectBuilder().add("a", 1).addNull("b").build()); m.put("set", new TreeSet<>(Set.of(2, 1))); m.put("nested", List.of(Map.of("x", List.of(1.5, true)))); m.put("long", 9007199254740993L); return WorkflowResult.ok("s", m);
    }
}
