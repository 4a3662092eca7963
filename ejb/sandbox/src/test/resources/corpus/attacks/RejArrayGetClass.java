import io.countersign.script.*;
import java.util.*;

public class RejArrayGetClass implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new int[0].getClass());
    }
}
