import io.countersign.script.*;
import java.util.*;

public class RejFinalize implements Workflow {
    @Override protected void finalize() { while (true) { } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED");
    }
}
