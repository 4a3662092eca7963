import io.countersign.script.*;
import java.util.*;

public class RejReflClassLoader implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + Object.class.getClassLoader());
    }
}
