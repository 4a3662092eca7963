import io.countersign.script.*;
import java.util.*;

public class HttpRedirectMeta implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
HttpResponse r = ctx.http().get("https://a.example/x").send(); return WorkflowResult.ok("ESCAPED: " + r.body());
    }
}
