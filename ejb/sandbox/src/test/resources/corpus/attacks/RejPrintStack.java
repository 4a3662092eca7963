import io.countersign.script.*;
import java.util.*;

public class RejPrintStack implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
new Exception().printStackTrace(); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
