import io.countersign.script.*;
import java.util.*;

public class RejConcThreadLocal implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new ThreadLocal<String>());
    }
}
