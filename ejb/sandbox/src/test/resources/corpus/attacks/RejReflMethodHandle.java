import io.countersign.script.*;
import java.util.*;

public class RejReflMethodHandle implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.lang.invoke.MethodHandles.lookup());
    }
}
