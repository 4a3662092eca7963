import io.countersign.script.*;
import java.util.*;

public class HttpUnmocked implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { ctx.http().get("https://b.example/x").send(); } catch (Exception e) { } finally { return WorkflowResult.ok("ESCAPED: went on"); }
    }
}
