import io.countersign.script.*;
import java.util.*;

public class HttpRetryLimit implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
ctx.http().get("https://a.example/x").retry(10).send(); return WorkflowResult.ok("ESCAPED");
    }
}
