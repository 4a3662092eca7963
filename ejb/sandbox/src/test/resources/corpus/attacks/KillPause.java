import io.countersign.script.*;
import java.util.*;

public class KillPause implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
while (true) ctx.pause(java.time.Duration.ofSeconds(59));
    }
}
