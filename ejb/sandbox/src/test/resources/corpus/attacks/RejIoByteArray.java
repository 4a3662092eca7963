import io.countersign.script.*;
import java.util.*;

public class RejIoByteArray implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new java.io.ByteArrayInputStream(new byte[0]).transferTo(new java.io.FileOutputStream("/tmp/escaped")));
    }
}
