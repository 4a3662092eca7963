import io.countersign.script.*;
import java.util.*;

public class RejCatchOom implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { return WorkflowResult.ok("ESCAPED: " + 1); } catch (OutOfMemoryError e) { return WorkflowResult.ok("ESCAPED: " + 2); }
    }
}
