import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillIteratorForever implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Iterator<Integer> it = new Iterator<>() { public boolean hasNext() { return true; } public Integer next() { return 1; } };
        Iterable<Integer> all = () -> it;
        List<Integer> sum = StreamSupport.stream(all.spliterator(), false).filter(x -> x > 1).toList();
        return WorkflowResult.ok("ESCAPED " + sum.size());
    }
}
