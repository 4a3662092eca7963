import io.countersign.script.*;
import java.util.*;

public class RejConcNotify implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
notifyAll(); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
