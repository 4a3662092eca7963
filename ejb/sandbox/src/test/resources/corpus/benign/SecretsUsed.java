import io.countersign.script.*;
import java.util.*;

public class SecretsUsed implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
String k = ctx.secrets().get("API").orElseThrow(); ctx.log().info("using", Map.of("len", k.length())); return WorkflowResult.ok(ctx.secrets().get("OTHER").isPresent() ? "y" : "n");
    }
}
