import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemBigDecimalToString implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("" + new java.math.BigDecimal("1e800000000").toEngineeringString().length() + new java.math.BigDecimal("1e2147483647").hashCode());
    }
}
