import io.countersign.script.*;
import java.util.*;

public class SignJwtCyclicClaims implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<String, Object> claims = new HashMap<>();
        claims.put("a", claims);
        return WorkflowResult.ok("ESCAPED: " + Jwt.hs256("k", claims));
    }
}
