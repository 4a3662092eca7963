import io.countersign.script.*;
import java.util.*;

public class RejMgmt implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.lang.management.ManagementFactory.getRuntimeMXBean().getName());
    }
}
