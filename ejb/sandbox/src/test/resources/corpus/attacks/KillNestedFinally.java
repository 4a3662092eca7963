import io.countersign.script.*;
import java.util.*;

public class KillNestedFinally implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
while (true) { try { try { while (ctx != null) { } } finally { if (ctx != null) continue; } } finally { if (ctx != null) continue; } }
    }
}
