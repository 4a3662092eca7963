import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillInterfaceStaticInit implements Workflow {
interface Slow { int N = slow(); static int slow() { while (true) { } } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        try { ctx.log().info("" + Slow.N); } catch (RuntimeException e) { return WorkflowResult.ok("ESCAPED"); } finally { try { ctx.log().info("" + Slow.N); } finally { return WorkflowResult.ok("ESCAPED"); } }
    }
}
