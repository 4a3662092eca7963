import io.countersign.script.*;
import java.util.*;

public class MemNCopies implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new ArrayList<>(Collections.nCopies(Integer.MAX_VALUE - 8, "y")).size());
    }
}
