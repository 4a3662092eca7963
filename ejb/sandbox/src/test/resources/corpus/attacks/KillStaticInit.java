import io.countersign.script.*;
import java.util.*;

public class KillStaticInit implements Workflow {
    static class H { static final int X = spin(); static int spin() { while (true) { } } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + H.X);
    }
}
