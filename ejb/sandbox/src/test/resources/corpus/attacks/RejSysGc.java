import io.countersign.script.*;
import java.util.*;

public class RejSysGc implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
System.gc(); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
