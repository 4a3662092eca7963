import io.countersign.script.*;
import java.util.*;

public class RejSvcLoader implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + ServiceLoader.load(Runnable.class));
    }
}
