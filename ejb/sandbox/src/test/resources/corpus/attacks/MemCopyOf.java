import io.countersign.script.*;
import java.util.*;

public class MemCopyOf implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + Arrays.copyOf(new int[1], 500_000_000).length);
    }
}
