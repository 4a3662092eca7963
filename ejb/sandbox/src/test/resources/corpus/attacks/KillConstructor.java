import io.countersign.script.*;
import java.util.*;

public class KillConstructor implements Workflow {
    { int i = 0; while (i < 1) { i = 0; } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED");
    }
}
