import io.countersign.script.*;
import java.util.*;

public class RejPackageGet implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + Package.getPackages().length);
    }
}
