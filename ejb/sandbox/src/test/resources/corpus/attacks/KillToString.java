import io.countersign.script.*;
import java.util.*;

public class KillToString implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED" + new Object() { @Override public String toString() { while (true) { } } });
    }
}
