import io.countersign.script.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
public class UriParts implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
URI u = new URI("https://a.example:8443/p/q?x=1#f"); String e = URLEncoder.encode("a b&c", StandardCharsets.UTF_8); return WorkflowResult.ok(u.getHost() + u.getPort() + u.getPath() + u.getQuery() + e + URLDecoder.decode(e, StandardCharsets.UTF_8));
    }
}
