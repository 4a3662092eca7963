import io.countersign.script.*;
import java.util.*;

public class KillRegexSplit implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + "a".repeat(60).split("((a+)a+)+\\2c").length);
    }
}
