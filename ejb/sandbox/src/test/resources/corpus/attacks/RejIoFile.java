import io.countersign.script.*;
import java.util.*;

public class RejIoFile implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new java.io.File("/etc/passwd").exists());
    }
}
