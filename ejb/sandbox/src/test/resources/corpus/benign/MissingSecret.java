import io.countersign.script.*;
import java.util.*;

public class MissingSecret implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok(ctx.secrets().require("NOPE"));
    }
}
