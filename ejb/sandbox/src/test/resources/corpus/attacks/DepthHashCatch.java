import io.countersign.script.*;
import java.util.*;

public class DepthHashCatch implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
List<Object> l = new ArrayList<>(); List<Object> m = new ArrayList<>(); l.add(m); m.add(l); try { l.hashCode(); } finally { return WorkflowResult.ok("ESCAPED: swallowed"); }
    }
}
