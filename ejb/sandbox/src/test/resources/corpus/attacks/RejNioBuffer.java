import io.countersign.script.*;
import java.util.*;

public class RejNioBuffer implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.nio.ByteBuffer.allocateDirect(10));
    }
}
