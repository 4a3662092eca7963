import io.countersign.script.*;
import java.util.*;

public class SecretEncoded implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
String k = ctx.secrets().require("K"); String b = Base64.getEncoder().encodeToString(("user:" + k).getBytes()); ctx.log().info("k " + k, Map.of(k, List.of(b, java.net.URLEncoder.encode(k, java.nio.charset.StandardCharsets.UTF_8)))); throw new IllegalStateException("bad " + k + b);
    }
}
