import io.countersign.script.*;
import java.util.*;

public class ResultNan implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED", Map.of("n", Double.NaN));
    }
}
