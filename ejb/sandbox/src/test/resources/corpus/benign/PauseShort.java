import io.countersign.script.*;
import java.util.*;

public class PauseShort implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
ctx.pause(java.time.Duration.ofMillis(30)); return WorkflowResult.ok(ctx.runId().isEmpty() ? "no" : "id");
    }
}
