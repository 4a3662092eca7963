import io.countersign.script.*;
import java.util.*;

public class RedirectFollowed implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
HttpResponse r = ctx.http().get("https://a.example/old").header("Authorization", "x").send(); return WorkflowResult.ok(r.body());
    }
}
