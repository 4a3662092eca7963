import io.countersign.script.*;
import java.util.*;

public class RejJsonWrite implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + jakarta.json.Json.createWriter(System.out));
    }
}
