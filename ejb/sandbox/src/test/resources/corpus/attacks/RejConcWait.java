import io.countersign.script.*;
import java.util.*;

public class RejConcWait implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
wait(1); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
