import io.countersign.script.*;
import java.util.*;

public class RejFillStack implements Workflow {
    static class X extends RuntimeException { @Override public synchronized Throwable fillInStackTrace() { return this; } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED");
    }
}
