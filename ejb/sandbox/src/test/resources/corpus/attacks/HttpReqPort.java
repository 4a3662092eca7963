import io.countersign.script.*;
import java.util.*;

public class HttpReqPort implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { HttpResponse r = ctx.http().get("https://a.example:99999/").send(); return WorkflowResult.ok("ESCAPED: " + r.status()); } catch (HttpException e) { return WorkflowResult.fail("contained " + e.getMessage()); }
    }
}
