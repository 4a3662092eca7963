import io.countersign.script.*;
import java.util.*;

public class RejRunHalt implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Runtime.getRuntime().halt(0); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
