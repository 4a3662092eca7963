import io.countersign.script.*;
import java.util.*;

public class RejTwoPublic implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED");
    }
}
public class Other { }