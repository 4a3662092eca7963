import io.countersign.script.*;
import java.util.*;

public class RejBoolProp implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + Boolean.getBoolean("x"));
    }
}
