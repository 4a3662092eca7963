import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuRangeCount implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + LongStream.range(0, Long.MAX_VALUE).boxed().mapToLong(Long::longValue).max());
    }
}
