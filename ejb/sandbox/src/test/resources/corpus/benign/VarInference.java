import io.countersign.script.*;
import java.util.*;

public class VarInference implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
var list = new ArrayList<Map<String, List<Integer>>>(); list.add(Map.of("a", List.of(1))); for (var e : list.get(0).entrySet()) { for (var i : e.getValue()) ctx.log().info(e.getKey() + i); } var mixed = List.of(1, "two", 3.0); var t = new StringBuilder(); for (var x : mixed) t.append(x).append(' '); var any = true ? 1 : "s"; return WorkflowResult.ok(t.toString().trim() + any);
    }
}
