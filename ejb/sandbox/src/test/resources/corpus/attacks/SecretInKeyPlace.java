import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class SecretInKeyPlace implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String key = ctx.secrets().require("API_KEY");
        Object bad = Double.NaN;
        for (int i = 0; i < 12; i++) { bad = Map.of("k".repeat(3) + key, bad); }
        return WorkflowResult.ok("x", Map.of("long-name-of-a-part-of-it-all" + key, bad));
    }
}
