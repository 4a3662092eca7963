import io.countersign.script.*;
import java.util.*;

public class RejSysProp implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + System.getProperty("user.home"));
    }
}
