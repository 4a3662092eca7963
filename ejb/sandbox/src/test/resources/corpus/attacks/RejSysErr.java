import io.countersign.script.*;
import java.util.*;

public class RejSysErr implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
System.err.println("x"); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
