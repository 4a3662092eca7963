import io.countersign.script.*;
import java.util.*;

public class RejSysSetOut implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
System.setOut(null); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
