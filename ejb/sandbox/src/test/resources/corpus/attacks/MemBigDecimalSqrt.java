import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemBigDecimalSqrt implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + new java.math.BigDecimal(2).sqrt(new java.math.MathContext(50_000_000)).precision());
    }
}
