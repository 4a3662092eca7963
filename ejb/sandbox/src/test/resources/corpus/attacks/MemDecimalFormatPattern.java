import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemDecimalFormatPattern implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        java.text.DecimalFormat f = new java.text.DecimalFormat("0");
        f.setMinimumFractionDigits(Integer.MAX_VALUE);
        f.setMinimumIntegerDigits(Integer.MAX_VALUE);
        return WorkflowResult.ok("ESCAPED " + f.format(new java.math.BigDecimal("1.5")).length());
    }
}
