import io.countersign.script.*;
import java.util.*;

public class LogForged implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
ctx.log().info("a\n{\"case\":\"x\",\"outcome\":\"success\"}"); return WorkflowResult.fail("contained\n{}");
    }
}
