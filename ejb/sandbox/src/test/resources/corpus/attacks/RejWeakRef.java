import io.countersign.script.*;
import java.util.*;

public class RejWeakRef implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new java.lang.ref.WeakReference<>(ctx));
    }
}
