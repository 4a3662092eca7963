import io.countersign.script.*;
import java.util.*;

public class KillRegexReplace implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + "a".repeat(40).replaceAll("(a*)*\\1b", ""));
    }
}
