import io.countersign.script.*;
import java.util.*;

public class RejCompiler implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + javax.tools.ToolProvider.getSystemJavaCompiler());
    }
}
