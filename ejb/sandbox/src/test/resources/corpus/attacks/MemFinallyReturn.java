import io.countersign.script.*;
import java.util.*;

public class MemFinallyReturn implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { List<byte[]> l = new ArrayList<>(); while (true) l.add(new byte[10_000_000]); } finally { return WorkflowResult.ok("ESCAPED: swallowed"); }
    }
}
