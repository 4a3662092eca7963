import io.countersign.script.*;
import java.util.*;

public class RejConcParallel implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + List.of(1, 2).stream().parallel().count());
    }
}
