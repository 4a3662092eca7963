import io.countersign.script.*;
import java.util.*;

public class DepthRegex implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + "ab".repeat(2_000_000).matches("(a|b)*c"));
    }
}
