import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillAdjuster implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        try { java.time.LocalDate.EPOCH.with(t -> { while (true) { } }); } finally { return WorkflowResult.ok("ESCAPED"); }
    }
}
