import io.countersign.script.*;
import java.util.*;

public class ResultBigMessage implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED" + "x".repeat(5_000_000));
    }
}
