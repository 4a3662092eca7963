import io.countersign.script.*;
import java.util.*;

public class RejSysEnvRef implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.util.function.Function<String, String> f = System::getenv; return WorkflowResult.ok("ESCAPED: " + f.apply("PATH"));
    }
}
