import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class SecretInLogKeys implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String key = ctx.secrets().require("API_KEY");
        ctx.log().info("a", Map.of(key, List.of(Map.of("x" + key, key + "y"))));
        return WorkflowResult.ok("a", Map.of("k" + key, new StringBuilder(key).toString(), "n", Optional.of(key)));
    }
}
