import io.countersign.script.*;
import java.util.*;

public class DepthToString implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
List<Object> l = new ArrayList<>(); List<Object> m = new ArrayList<>(); l.add(m); m.add(l); return WorkflowResult.ok("ESCAPED: " + l);
    }
}
