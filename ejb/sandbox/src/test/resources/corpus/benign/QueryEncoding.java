import io.countersign.script.*;
import java.util.*;

public class QueryEncoding implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
HttpResponse r = ctx.http().get("https://api.example/search?a=1").query("q", "x y&z/ü").query("n", "2").send(); return WorkflowResult.ok(r.body());
    }
}
