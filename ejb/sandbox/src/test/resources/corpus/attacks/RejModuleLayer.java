import io.countersign.script.*;
import java.util.*;

public class RejModuleLayer implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + ModuleLayer.boot());
    }
}
