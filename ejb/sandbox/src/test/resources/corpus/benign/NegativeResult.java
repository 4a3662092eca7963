import io.countersign.script.*;
import java.util.*;

public class NegativeResult implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.fail("not today", Map.of("why", "closed"));
    }
}
