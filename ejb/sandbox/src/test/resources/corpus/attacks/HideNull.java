import io.countersign.script.*;
import java.util.*;

public class HideNull implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ctx.secrets().hide(null);
        return WorkflowResult.ok("ESCAPED");
    }
}
