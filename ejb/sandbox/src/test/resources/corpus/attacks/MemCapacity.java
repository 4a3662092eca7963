import io.countersign.script.*;
import java.util.*;

public class MemCapacity implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new ArrayList<String>(Integer.MAX_VALUE - 8).size());
    }
}
