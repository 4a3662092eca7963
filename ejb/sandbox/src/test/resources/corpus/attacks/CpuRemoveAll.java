import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuRemoveAll implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Integer> l = new ArrayList<>(IntStream.range(0, 500_000).boxed().toList());
        l.removeAll(IntStream.range(500_000, 1_000_000).boxed().toList());
        return WorkflowResult.ok("ESCAPED");
    }
}
