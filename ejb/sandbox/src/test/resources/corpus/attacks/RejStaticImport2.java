import io.countersign.script.*;
import java.util.*;
import static java.lang.Runtime.getRuntime;
public class RejStaticImport2 implements Workflow {
    static Object exec() { return getRuntime(); }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + exec());
    }
}
