import io.countersign.script.*;
import java.util.*;

public class MemAtomicArray implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + new java.util.concurrent.atomic.AtomicLongArray(1_000_000_000).length());
    }
}
