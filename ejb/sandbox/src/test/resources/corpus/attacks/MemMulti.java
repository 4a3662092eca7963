import io.countersign.script.*;
import java.util.*;

public class MemMulti implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new int[20_000][20_000].length);
    }
}
