import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: the end of the time looks like a failed request */
@SuppressWarnings("all")
public class KillHttpCaught implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
while (true) { try { ctx.http().get("https://slow.example/").send(); ctx.pause(java.time.Duration.ofMillis(40)); } catch (RuntimeException e) { return WorkflowResult.fail("caught"); } }
    }
}
