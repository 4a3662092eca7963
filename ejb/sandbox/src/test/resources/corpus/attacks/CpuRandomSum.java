import io.countersign.script.*;
import java.util.*;

public class CpuRandomSum implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + new Random().longs(Long.MAX_VALUE).sum());
    }
}
