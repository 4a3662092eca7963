import io.countersign.script.*;
import java.util.*;

public class MemMulti3 implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new int[1000][1000][1000].length);
    }
}
