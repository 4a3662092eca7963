import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HttpRedirectCrlf implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        HttpResponse r = ctx.http().get("https://a.example/").send();
        return r.status() == 302 ? WorkflowResult.fail("not followed") : WorkflowResult.ok("ESCAPED");
    }
}
