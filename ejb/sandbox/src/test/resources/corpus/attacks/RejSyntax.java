import io.countersign.script.*;
import java.util.*;

public class RejSyntax implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("x"
    }
}
