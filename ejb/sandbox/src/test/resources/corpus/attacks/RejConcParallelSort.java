import io.countersign.script.*;
import java.util.*;

public class RejConcParallelSort implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Arrays.parallelSort(new int[10]); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
