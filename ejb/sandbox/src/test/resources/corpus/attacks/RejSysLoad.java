import io.countersign.script.*;
import java.util.*;

public class RejSysLoad implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
System.load("/lib/x.so"); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
