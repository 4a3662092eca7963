import io.countersign.script.*;
import java.util.*;

public class HideUpper implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String token = ctx.http().get("https://vault.example/t").send().json().asJsonObject().getString("token");
        ctx.secrets().hide(token);
        return WorkflowResult.ok(token.toUpperCase(Locale.ROOT));
    }
}
