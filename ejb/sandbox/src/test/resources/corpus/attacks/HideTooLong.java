import io.countersign.script.*;
import java.util.*;

public class HideTooLong implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ctx.secrets().hide("x".repeat(10_000_000));
        return WorkflowResult.ok("ESCAPED");
    }
}
