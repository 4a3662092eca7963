import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuSpliteratorSize implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + StreamSupport.stream(Spliterators.spliterator(List.of(1).iterator(), Integer.MAX_VALUE - 9, Spliterator.SIZED), false).toArray().length);
    }
}
