import io.countersign.script.*;
import java.util.*;

public class RejNioPath implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.nio.file.Path.of("/").toAbsolutePath());
    }
}
