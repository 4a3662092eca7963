import io.countersign.script.*;
import java.util.*;

public class RejSerLambda implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Runnable r = (Runnable & java.io.Serializable) () -> {}; return WorkflowResult.ok("ESCAPED: " + r);
    }
}
