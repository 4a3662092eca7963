import io.countersign.script.*;
import java.util.*;

public class HttpHostBcast implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { HttpResponse r = ctx.http().get("http://255.255.255.255/latest").send(); return WorkflowResult.ok("ESCAPED: " + r.status()); } catch (HttpException e) { return WorkflowResult.fail("contained " + e.getMessage()); }
    }
}
