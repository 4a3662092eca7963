import io.countersign.script.*;
import java.util.*;

public class RejConcSync implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
synchronized (this) { return WorkflowResult.ok("ESCAPED: " + 1); }
    }
}
