import io.countersign.script.*;
import java.util.*;

public class HideTooMany implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        for (int i = 0; i < 1_000_000; i++) {
            ctx.secrets().hide("value-number-" + i);
        }
        return WorkflowResult.ok("ESCAPED");
    }
}
