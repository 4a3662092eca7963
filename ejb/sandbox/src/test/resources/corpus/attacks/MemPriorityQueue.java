import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemPriorityQueue implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + new PriorityQueue<Integer>(Integer.MAX_VALUE - 8).size());
    }
}
