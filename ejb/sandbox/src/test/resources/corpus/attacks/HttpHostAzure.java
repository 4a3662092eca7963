import io.countersign.script.*;
import java.util.*;

public class HttpHostAzure implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { HttpResponse r = ctx.http().get("http://168.63.129.16/latest").send(); return WorkflowResult.ok("ESCAPED: " + r.status()); } catch (HttpException e) { return WorkflowResult.fail("contained " + e.getMessage()); }
    }
}
