import io.countersign.script.*;
import java.util.*;

public class CpuIdnLong implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ran " + java.net.IDN.toASCII("ü".repeat(3_000_000)).length());
    }
}
