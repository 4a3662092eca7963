import io.countersign.script.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

public class SecretMimeLines implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        byte[] key = ctx.secrets().require("PRIVATE_KEY").getBytes(StandardCharsets.UTF_8);
        String mime = Base64.getMimeEncoder().encodeToString(key);
        String narrow = Base64.getMimeEncoder(8, "\n".getBytes(StandardCharsets.UTF_8)).encodeToString(key);
        return WorkflowResult.ok(mime, Map.of("narrow", narrow));
    }
}
