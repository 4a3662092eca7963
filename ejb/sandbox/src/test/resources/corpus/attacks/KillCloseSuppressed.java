import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillCloseSuppressed implements Workflow {
static final class R implements AutoCloseable { public void close() { while (true) { } } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        try { try (R r = new R()) { if (ctx != null) { throw new IllegalStateException("first"); } } } catch (IllegalStateException e) { return WorkflowResult.ok("ESCAPED " + e.getSuppressed().length); }
        return WorkflowResult.ok("ESCAPED");
    }
}
