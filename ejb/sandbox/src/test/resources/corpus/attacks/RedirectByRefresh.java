import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: an answer that is no redirect names another address */
@SuppressWarnings("all")
public class RedirectByRefresh implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
HttpResponse r = ctx.http().get("https://login.example/me").send();
return WorkflowResult.ok(r.body().equals("got it") ? "ESCAPED: Refresh was followed" : r.body());
    }
}
