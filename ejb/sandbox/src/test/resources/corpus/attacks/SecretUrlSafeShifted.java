import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class SecretUrlSafeShifted implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String key = ctx.secrets().require("API_KEY");
        for (String p : List.of("", "a", "ab", "abc")) {
            byte[] b = (p + key + p).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            ctx.log().info(Base64.getUrlEncoder().withoutPadding().encodeToString(b) + " " + Base64.getEncoder().encodeToString(b));
        }
        return WorkflowResult.ok("x");
    }
}
