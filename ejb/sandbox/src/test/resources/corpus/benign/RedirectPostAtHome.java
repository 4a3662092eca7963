import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** A POST is followed within its origin, however that is spelled. */
@SuppressWarnings("all")
public class RedirectPostAtHome implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
HttpResponse r = ctx.http().post("https://a.example/old").header("X-Key", "k").json(Map.of("a", 1)).send();
return WorkflowResult.ok(r.body());
    }
}
