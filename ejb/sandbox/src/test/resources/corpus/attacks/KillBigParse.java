import io.countersign.script.*;
import java.util.*;

public class KillBigParse implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new java.math.BigInteger("9".repeat(20_000_000)).bitLength());
    }
}
