import io.countersign.script.*;
import java.util.*;

public class RetryMocked implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
HttpResponse r = ctx.http().get("https://flaky.example/a").retry(2).send(); return WorkflowResult.ok("" + r.status());
    }
}
