import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillCollectorSupplier implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + Stream.of(1, 2).collect(Collector.of(() -> { while (true) { } }, (a, b) -> { }, (a, b) -> a)));
    }
}
