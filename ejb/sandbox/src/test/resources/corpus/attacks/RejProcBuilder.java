import io.countersign.script.*;
import java.util.*;

public class RejProcBuilder implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
new ProcessBuilder("id").start(); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
