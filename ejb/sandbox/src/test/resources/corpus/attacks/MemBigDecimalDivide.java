import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemBigDecimalDivide implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + java.math.BigDecimal.ONE.divide(new java.math.BigDecimal(7), 900_000_000, java.math.RoundingMode.UP).precision());
    }
}
