import io.countersign.script.*;
import java.util.*;

public class ResultCycle implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Map<String, Object> m = new HashMap<>(); m.put("m", m); return WorkflowResult.ok("ESCAPED", m);
    }
}
