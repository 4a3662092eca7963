import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.*;

public class ConcSleep implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        TimeUnit.SECONDS.sleep(100);
        return WorkflowResult.ok("ESCAPED");
    }
}
