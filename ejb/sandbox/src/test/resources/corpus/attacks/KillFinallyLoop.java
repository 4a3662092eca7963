import io.countersign.script.*;
import java.util.*;

public class KillFinallyLoop implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { while (ctx != null) { } } finally { while (ctx != null) { } } return null;
    }
}
