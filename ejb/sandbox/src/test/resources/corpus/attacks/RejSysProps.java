import io.countersign.script.*;
import java.util.*;

public class RejSysProps implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + System.getProperties());
    }
}
