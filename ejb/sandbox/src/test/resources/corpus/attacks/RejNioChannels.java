import io.countersign.script.*;
import java.util.*;

public class RejNioChannels implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.nio.channels.FileChannel.open(java.nio.file.Path.of("/etc/passwd")));
    }
}
