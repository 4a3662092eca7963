import io.countersign.script.*;
import java.util.*;

public class RejConcSyncMethodX implements Workflow {
    static synchronized int m() { return 1; }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + m());
    }
}
