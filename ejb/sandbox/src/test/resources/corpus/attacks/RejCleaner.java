import io.countersign.script.*;
import java.util.*;

public class RejCleaner implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.lang.ref.Cleaner.create());
    }
}
