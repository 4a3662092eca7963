import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemFormatSharedWide implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String big = "x".repeat(1_000_000);
        return WorkflowResult.ok("ESCAPED " + String.format("%1$s".repeat(2_000), big).length());
    }
}
