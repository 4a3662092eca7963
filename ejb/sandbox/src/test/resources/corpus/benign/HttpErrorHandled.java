import io.countersign.script.*;
import java.util.*;

public class HttpErrorHandled implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { ctx.http().get("https://down.example/x").send(); return WorkflowResult.ok("?"); } catch (HttpException e) { return WorkflowResult.ok("handled"); }
    }
}
