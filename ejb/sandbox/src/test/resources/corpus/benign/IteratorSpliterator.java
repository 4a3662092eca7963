import io.countersign.script.*;
import java.util.*;
import java.util.stream.*;
public class IteratorSpliterator implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Iterable<Integer> it = List.of(1, 2, 3); int s = StreamSupport.stream(it.spliterator(), false).mapToInt(i -> i).sum(); return WorkflowResult.ok("" + s);
    }
}
