import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** A GET is followed to another server, without what is its own. */
@SuppressWarnings("all")
public class RedirectOfGetElsewhere implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
HttpResponse r = ctx.http().get("https://a.example/file").header("Accept", "text/plain").send();
return WorkflowResult.ok(r.body());
    }
}
