import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemDateTimePad implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + new java.time.format.DateTimeFormatterBuilder().padNext(900_000_000).appendLiteral("x").toFormatter().format(java.time.Instant.EPOCH.atZone(java.time.ZoneOffset.UTC)).length());
    }
}
