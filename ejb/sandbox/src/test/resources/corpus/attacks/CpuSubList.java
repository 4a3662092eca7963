import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuSubList implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Integer> l = new ArrayList<>(List.of(1, 2, 3));
        for (int i = 0; i < 3_000_000; i++) { l = l.subList(0, 3); }
        l.add(1);
        return WorkflowResult.ok("ESCAPED " + l.size());
    }
}
