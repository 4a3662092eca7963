import io.countersign.script.*;
import java.util.*;

public class RejObjectClone implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Object o = clone(); return WorkflowResult.ok("ESCAPED: " + o);
    }
}
