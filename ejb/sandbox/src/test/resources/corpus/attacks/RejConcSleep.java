import io.countersign.script.*;
import java.util.*;

public class RejConcSleep implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Thread.sleep(1); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
