import io.countersign.script.*;
import java.util.*;

public class KillResultIter implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED", Map.of("x", new It()));
    }
}
class It implements Iterable<Integer> { public Iterator<Integer> iterator() { while (true) { } } }