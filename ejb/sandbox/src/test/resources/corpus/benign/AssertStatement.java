import io.countersign.script.*;
import java.util.*;

public class AssertStatement implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
int x = 5; assert x > 3 : "small"; return WorkflowResult.ok("a");
    }
}
