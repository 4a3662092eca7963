import io.countersign.script.*;
import java.util.*;

public class HideAfterCatch implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String token = ctx.http().get("https://vault.example/t").send().json().asJsonObject().getString("token");
        ctx.secrets().hide(token);
        try {
            ctx.http().get("https://u:" + token + "@a.example/").send();
        } catch (HttpException e) {
            ctx.log().error(e.getMessage());
        }
        return WorkflowResult.ok("x");
    }
}
