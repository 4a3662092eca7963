import io.countersign.script.*;
import java.util.*;

public class HideCause implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String token = ctx.http().get("https://vault.example/t").send().json().asJsonObject().getString("token");
        ctx.secrets().hide(token);
        throw new Exception("y".repeat(3_995) + token, new Exception(token));
    }
}
