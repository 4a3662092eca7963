import io.countersign.script.*;
import java.util.*;

public class KillModPow implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.math.BigInteger b = java.math.BigInteger.ONE.shiftLeft(100_000).subtract(java.math.BigInteger.ONE); return WorkflowResult.ok("ESCAPED: " + b.modPow(b, b.subtract(java.math.BigInteger.TWO)));
    }
}
