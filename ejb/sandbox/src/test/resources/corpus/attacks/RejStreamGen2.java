import io.countersign.script.*;
import java.util.*;

public class RejStreamGen2 implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.util.stream.StreamSupport.intStream(null, true));
    }
}
