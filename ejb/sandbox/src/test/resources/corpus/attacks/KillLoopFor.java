import io.countersign.script.*;
import java.util.*;

public class KillLoopFor implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
for (;;) { }
    }
}
