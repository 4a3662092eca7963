import io.countersign.script.*;
import java.util.*;

public class RejConcTimeUnit implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.util.concurrent.TimeUnit.SECONDS.sleep(1); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
