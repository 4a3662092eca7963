import io.countersign.script.*;
import java.util.*;

public class RejScannerUse implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new Scanner("x"));
    }
}
