import io.countersign.script.*;
import java.util.*;

public class RejUnsafe implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + sun.misc.Unsafe.getUnsafe());
    }
}
