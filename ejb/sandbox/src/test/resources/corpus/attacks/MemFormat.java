import io.countersign.script.*;
import java.util.*;

public class MemFormat implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + String.format("%1000000000d", 1).length());
    }
}
