import io.countersign.script.*;
import java.util.*;

public class KillRecordAccessor implements Workflow {
    record P(int a) { public int a() { while (true) { } } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED", Map.of("x", new P(1)));
    }
}
