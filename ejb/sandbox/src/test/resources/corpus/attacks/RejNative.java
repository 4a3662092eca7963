import io.countersign.script.*;
import java.util.*;

public class RejNative implements Workflow {
    native int x();
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED");
    }
}
