import io.countersign.script.*;
import java.util.*;
import static java.lang.System.*;
public class RejStaticImport implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + getenv("PATH"));
    }
}
