import io.countersign.script.*;
import java.util.*;

public class RejConcAtomic implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.util.concurrent.atomic.AtomicIntegerFieldUpdater.newUpdater(RejConcAtomic.class, "count"));
    }
}
