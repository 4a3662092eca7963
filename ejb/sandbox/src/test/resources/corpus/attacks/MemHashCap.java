import io.countersign.script.*;
import java.util.*;

public class MemHashCap implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Map<String, String> m = new HashMap<>(1 << 30); m.put("a", "b"); return WorkflowResult.ok("ESCAPED: " + m);
    }
}
