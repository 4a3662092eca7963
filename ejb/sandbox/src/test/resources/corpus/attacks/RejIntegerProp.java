import io.countersign.script.*;
import java.util.*;

public class RejIntegerProp implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + Integer.getInteger("java.version"));
    }
}
