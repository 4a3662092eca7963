import io.countersign.script.*;
import java.util.*;

public class RejConcParallelStream implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + List.of(1, 2).parallelStream().count());
    }
}
