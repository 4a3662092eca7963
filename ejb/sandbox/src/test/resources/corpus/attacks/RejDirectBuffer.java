import io.countersign.script.*;
import java.util.*;

public class RejDirectBuffer implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + java.nio.ByteBuffer.allocateDirect(1 << 30));
    }
}
