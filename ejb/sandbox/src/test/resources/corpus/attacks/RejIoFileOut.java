import io.countersign.script.*;
import java.util.*;

public class RejIoFileOut implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
new java.io.FileOutputStream("/tmp/countersign-escape").write(1); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
