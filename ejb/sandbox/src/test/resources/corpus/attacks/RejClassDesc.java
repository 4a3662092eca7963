import io.countersign.script.*;
import java.util.*;

public class RejClassDesc implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + "x".describeConstable());
    }
}
