import io.countersign.script.*;
import java.util.*;

public class KillTwr implements Workflow {
    static class R implements AutoCloseable { public void close() { while (true) { } } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try (R r = new R()) { while (ctx != null) { } } return WorkflowResult.ok("ESCAPED");
    }
}
