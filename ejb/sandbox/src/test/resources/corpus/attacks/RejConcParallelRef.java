import io.countersign.script.*;
import java.util.*;

public class RejConcParallelRef implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.util.function.Function<List<Integer>, Object> f = List::parallelStream; return WorkflowResult.ok("ESCAPED: " + f.apply(List.of(1)));
    }
}
