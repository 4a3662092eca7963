import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** A redirect that is not followed is the answer. */
@SuppressWarnings("all")
public class RedirectOfDeleteIsSeen implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
HttpResponse r = ctx.http().delete("https://a.example/rule/1").send();
return WorkflowResult.fail(r.status() + " " + r.header("Location").orElse(""));
    }
}
