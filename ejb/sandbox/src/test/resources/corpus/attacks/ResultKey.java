import io.countersign.script.*;
import java.util.*;

public class ResultKey implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Map<Object, Object> m = new HashMap<>(); m.put(1, 2); return WorkflowResult.ok("ESCAPED", (Map) m);
    }
}
