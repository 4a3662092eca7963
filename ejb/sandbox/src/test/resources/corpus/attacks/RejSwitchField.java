import io.countersign.script.*;
import java.util.*;

public class RejSwitchField implements Workflow {
    private final Object o = java.nio.file.Files.class;
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
