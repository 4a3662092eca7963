import io.countersign.script.*;
import java.util.*;

public class RejSysOut implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
System.out.println("{\"case\":\"forged\"}"); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
