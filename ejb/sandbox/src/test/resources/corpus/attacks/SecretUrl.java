import io.countersign.script.*;
import java.util.*;

public class SecretUrl implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
ctx.http().get("https://a.example/?k=" + ctx.secrets().require("K")).send(); return WorkflowResult.ok("sent");
    }
}
