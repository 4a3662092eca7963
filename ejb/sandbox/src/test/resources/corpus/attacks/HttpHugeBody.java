import io.countersign.script.*;
import java.util.*;

public class HttpHugeBody implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
ctx.http().post("https://a.example/x").body("x".repeat(50_000_000)).send(); return WorkflowResult.ok("ESCAPED");
    }
}
