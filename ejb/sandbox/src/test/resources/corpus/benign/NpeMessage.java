import io.countersign.script.*;
import java.util.*;

public class NpeMessage implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
String s = (String) ctx.parameters().get("missing"); return WorkflowResult.ok("" + s.length());
    }
}
