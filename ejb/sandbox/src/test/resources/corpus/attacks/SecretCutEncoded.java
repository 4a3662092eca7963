import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class SecretCutEncoded implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String key = ctx.secrets().require("API_KEY");
        throw new IllegalStateException("x".repeat(3_985) + Base64.getEncoder().encodeToString(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + java.net.URLEncoder.encode(key, java.nio.charset.StandardCharsets.UTF_8));
    }
}
