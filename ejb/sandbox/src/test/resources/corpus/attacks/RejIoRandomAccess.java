import io.countersign.script.*;
import java.util.*;

public class RejIoRandomAccess implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new java.io.RandomAccessFile("/etc/passwd", "r").length());
    }
}
