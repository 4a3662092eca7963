import io.countersign.script.*;
import java.util.*;

public class RejCatchError implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { while (ctx != null) { } } catch (Error e) { return WorkflowResult.ok("ESCAPED: " + 1); } return null;
    }
}
