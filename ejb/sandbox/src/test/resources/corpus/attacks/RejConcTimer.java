import io.countersign.script.*;
import java.util.*;

public class RejConcTimer implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
new Timer().schedule(null, 1); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
