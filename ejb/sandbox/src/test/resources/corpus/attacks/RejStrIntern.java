import io.countersign.script.*;
import java.util.*;

public class RejStrIntern implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + "x".intern());
    }
}
