import io.countersign.script.*;
import java.util.*;

public class MemJoin implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + String.join("x".repeat(1_000_000), Collections.nCopies(100_000, "y")).length());
    }
}
