import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemDecimalFormatLong implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + new java.text.DecimalFormat("0".repeat(100_000_000)).format(1).length());
    }
}
