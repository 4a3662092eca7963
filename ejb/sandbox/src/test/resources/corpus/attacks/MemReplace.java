import io.countersign.script.*;
import java.util.*;

public class MemReplace implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + "a".repeat(1_000_000).replace("a", "b".repeat(10_000)).length());
    }
}
