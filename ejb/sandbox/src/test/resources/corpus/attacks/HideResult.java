import io.countersign.script.*;
import java.util.*;

public class HideResult implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String token = ctx.http().get("https://vault.example/t").send().json().asJsonObject().getString("token");
        ctx.secrets().hide(token);
        return WorkflowResult.fail(token, Map.of("a", Map.of(token, token)));
    }
}
