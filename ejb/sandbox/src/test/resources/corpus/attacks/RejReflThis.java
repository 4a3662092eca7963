import io.countersign.script.*;
import java.util.*;

public class RejReflThis implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + this.getClass().getModule());
    }
}
