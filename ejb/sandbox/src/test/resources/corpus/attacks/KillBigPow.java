import io.countersign.script.*;
import java.util.*;

public class KillBigPow implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.math.BigInteger.TEN.pow(200_000_000).bitLength());
    }
}
