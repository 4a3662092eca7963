import io.countersign.script.*;
import java.util.*;

public class RejUnicodeComment implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("x"); // \u002a
    }
}
