import io.countersign.script.*;
import java.util.*;

public class SignJwtHugePem implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + Jwt.rs256("-----BEGIN PRIVATE KEY-----" + "A".repeat(10_000_000), Map.of()));
    }
}
