import io.countersign.script.*;
import java.util.*;

public class DepthJson implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + jakarta.json.Json.createReader(new java.io.StringReader("[".repeat(1_000_000))).readValue());
    }
}
