import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemBigDecimalContext implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + java.math.BigDecimal.ONE.divide(new java.math.BigDecimal(7), new java.math.MathContext(500_000_000)).precision());
    }
}
