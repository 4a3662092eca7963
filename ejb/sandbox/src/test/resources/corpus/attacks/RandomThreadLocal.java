import io.countersign.script.*;
import java.util.*;

public class RandomThreadLocal implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + java.util.concurrent.ThreadLocalRandom.current().nextInt());
    }
}
