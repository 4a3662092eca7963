import io.countersign.script.*;
import java.util.*;

public class RejSysIn implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + System.in.read());
    }
}
