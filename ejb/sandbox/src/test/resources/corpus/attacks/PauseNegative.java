import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class PauseNegative implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
ctx.pause(java.time.Duration.ofSeconds(Long.MIN_VALUE)); ctx.pause(java.time.Duration.ofSeconds(Long.MAX_VALUE)); return WorkflowResult.ok("x");
    }
}
