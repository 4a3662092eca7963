import io.countersign.script.*;
import java.util.*;

public class KillLongStream implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.util.stream.LongStream.range(0, Long.MAX_VALUE).map(x -> x ^ 1).sum());
    }
}
