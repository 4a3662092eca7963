import io.countersign.script.*;
import java.util.*;

public class RejLogging implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.util.logging.Logger.getLogger("x").info("x"); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
