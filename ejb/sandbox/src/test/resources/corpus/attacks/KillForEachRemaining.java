import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillForEachRemaining implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Iterator<Integer> it = new Iterator<>() { public boolean hasNext() { return true; } public Integer next() { return 1; } };
        it.forEachRemaining(x -> { });
        return WorkflowResult.ok("ESCAPED");
    }
}
