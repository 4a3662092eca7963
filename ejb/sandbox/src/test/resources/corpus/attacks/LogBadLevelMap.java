import io.countersign.script.*;
import java.util.*;

public class LogBadLevelMap implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Map<String, Object> m = new HashMap<>(); m.put("m", m); ctx.log().info("x", m); return WorkflowResult.ok("ESCAPED");
    }
}
