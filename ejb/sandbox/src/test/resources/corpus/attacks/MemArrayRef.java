import io.countersign.script.*;
import java.util.*;

public class MemArrayRef implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.util.function.IntFunction<long[]> f = long[]::new; return WorkflowResult.ok("ESCAPED: " + f.apply(500_000_000).length);
    }
}
