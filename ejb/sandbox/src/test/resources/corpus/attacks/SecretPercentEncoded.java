import io.countersign.script.*;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.*;

public class SecretPercentEncoded implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String key = ctx.secrets().require("API_KEY");
        StringBuilder each = new StringBuilder();
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            each.append(String.format("%%%02x", b));
        }
        // as AWS signs, as JavaScript encodes, as a URI leaves what it may, and every byte
        String strict = URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%7E", "~");
        String script = strict.replace("%21", "!");
        String uri = new URI("https", "h.example", "/" + key, key, null).toString();
        ctx.log().info(strict + " " + script, Map.of("uri", uri));
        return WorkflowResult.ok(each.toString(), Map.of(strict, List.of(script)));
    }
}
