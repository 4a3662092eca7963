import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class LogDeepFields implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Object o = 1;
        for (int i = 0; i < 100; i++) { o = List.of(o); }
        ctx.log().info("x", Map.of("o", o));
        return WorkflowResult.ok("ESCAPED");
    }
}
