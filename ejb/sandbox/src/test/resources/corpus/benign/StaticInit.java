import io.countersign.script.*;
import java.util.*;

public class StaticInit implements Workflow {
    private static final Map<String, String> TABLE; private static final String NAME = "n" + 1;
    static { Map<String, String> m = new HashMap<>(); m.put("b", "B"); TABLE = Collections.unmodifiableMap(m); }
    static class Holder { static final int X = compute(); static int compute() { return 7; } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok(TABLE.get("b") + NAME + Holder.X);
    }
}
