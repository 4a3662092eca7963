import io.countersign.script.*;
import java.util.*;

public class LogBigField implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
while (true) ctx.log().info("x", Map.of("k", "y".repeat(10_000)));
    }
}
