import io.countersign.script.*;
import java.util.*;

public class KillRegexPoly implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + "x".repeat(50_000).matches("(.*)*(.*)*(.*)*y"));
    }
}
