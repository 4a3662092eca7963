import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemBigDecimalStrip implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("" + java.math.BigDecimal.TEN.setScale(3_000_000).stripTrailingZeros());
    }
}
