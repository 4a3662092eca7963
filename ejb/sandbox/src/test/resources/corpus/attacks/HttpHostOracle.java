import io.countersign.script.*;
import java.util.*;

public class HttpHostOracle implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { HttpResponse r = ctx.http().get("http://192.0.0.192/latest").send(); return WorkflowResult.ok("ESCAPED: " + r.status()); } catch (HttpException e) { return WorkflowResult.fail("contained " + e.getMessage()); }
    }
}
