import io.countersign.script.*;
import java.util.*;

public class HttpReqMethodCrlf implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { HttpResponse r = ctx.http().request("GET / HTTP/1.1\r\nX: y\r\n", "https://a.example/").send(); return WorkflowResult.ok("ESCAPED: " + r.status()); } catch (HttpException e) { return WorkflowResult.fail("contained " + e.getMessage()); }
    }
}
