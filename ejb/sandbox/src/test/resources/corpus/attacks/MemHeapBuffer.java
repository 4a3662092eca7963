import io.countersign.script.*;
import java.util.*;

public class MemHeapBuffer implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + java.nio.ByteBuffer.allocate(2_000_000_000));
    }
}
