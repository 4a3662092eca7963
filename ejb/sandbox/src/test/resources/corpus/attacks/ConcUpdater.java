import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.atomic.*;

public class ConcUpdater implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + AtomicIntegerFieldUpdater.newUpdater(String.class, "hash"));
    }
}
