import io.countersign.script.*;
import java.util.*;

public class RejCharsetFor implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.nio.charset.Charset.availableCharsets());
    }
}
