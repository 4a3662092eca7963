import io.countersign.script.*;
import java.util.*;

public class RejLaunder implements Workflow {
    interface Tr { StackTraceElement[] getStackTrace(); } static class X extends RuntimeException implements Tr { }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Tr t = new X(); return WorkflowResult.ok("ESCAPED: " + t.getStackTrace().length);
    }
}
