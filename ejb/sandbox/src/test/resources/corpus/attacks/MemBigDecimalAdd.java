import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemBigDecimalAdd implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + new java.math.BigDecimal("1e400000000").add(java.math.BigDecimal.ONE).precision());
    }
}
