import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuOptionalNest implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Object o = 1;
        for (int i = 0; i < 5_000_000; i++) { o = Optional.of(o); }
        return WorkflowResult.ok("ESCAPED " + o.hashCode());
    }
}
