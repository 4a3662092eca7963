import io.countersign.script.*;
import java.util.*;

public class KillCatchException implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
while (true) { try { while (ctx != null) { } } catch (Exception e) { ctx.log().info("caught"); } }
    }
}
