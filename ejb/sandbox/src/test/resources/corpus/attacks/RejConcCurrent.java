import io.countersign.script.*;
import java.util.*;

public class RejConcCurrent implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + Thread.currentThread().getName());
    }
}
