import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillPauseForever implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { while (true) ctx.pause(java.time.Duration.ofSeconds(50)); } catch (Exception e) { return WorkflowResult.ok("ESCAPED"); }
    }
}
