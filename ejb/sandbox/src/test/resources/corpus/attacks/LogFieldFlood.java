import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class LogFieldFlood implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < 100; i++) { fields.put("k".repeat(50) + i, "v".repeat(50)); }
        while (true) { ctx.log().info("", fields); }
    }
}
