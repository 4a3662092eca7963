import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuStreamStages implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Stream<Integer> s = Stream.of(1);
        for (int i = 0; i < 2_000_000; i++) { s = s.peek(x -> { }); }
        return WorkflowResult.ok("ESCAPED " + s.toList());
    }
}
