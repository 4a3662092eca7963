import io.countersign.script.*;
import java.util.*;

public class RejReflClassLiteral implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + String.class.getName());
    }
}
