import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuUnmodifiable implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Comparator<Integer> c = Comparator.naturalOrder();
        for (int i = 0; i < 5_000_000; i++) { c = Comparator.nullsFirst(c); }
        return WorkflowResult.ok("ESCAPED " + c.compare(1, 2));
    }
}
