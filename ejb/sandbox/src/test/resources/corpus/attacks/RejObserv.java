import io.countersign.script.*;
import java.util.*;

public class RejObserv implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new Observable());
    }
}
