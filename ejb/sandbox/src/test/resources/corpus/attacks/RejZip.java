import io.countersign.script.*;
import java.util.*;

public class RejZip implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new java.util.zip.ZipFile("/x.zip"));
    }
}
