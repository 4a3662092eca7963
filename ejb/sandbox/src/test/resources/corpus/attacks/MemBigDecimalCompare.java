import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemBigDecimalCompare implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("" + new java.math.BigDecimal("1e400000000").compareTo(new java.math.BigDecimal("9e399999999")) + new java.math.BigDecimal("1e400000000").equals(java.math.BigDecimal.TEN));
    }
}
