import io.countersign.script.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

public class SecretBase64InQuery implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        byte[] key = ctx.secrets().require("API_KEY").getBytes(StandardCharsets.UTF_8);
        ctx.http().get("https://api.example/v1").query("auth", Base64.getEncoder().encodeToString(key)).send();
        return WorkflowResult.ok("sent");
    }
}
