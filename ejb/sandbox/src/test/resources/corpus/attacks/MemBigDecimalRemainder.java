import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemBigDecimalRemainder implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + new java.math.BigDecimal("1e300000000").remainder(new java.math.BigDecimal("7e-300000000")));
    }
}
