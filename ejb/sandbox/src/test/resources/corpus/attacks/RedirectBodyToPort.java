import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: 307 to another port of the same host keeps the body */
@SuppressWarnings("all")
public class RedirectBodyToPort implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
HttpResponse r = ctx.http().post("https://login.example/token").json(Map.of("password", ctx.secrets().require("PASSWORD"))).send();
return WorkflowResult.ok(r.body().equals("got it") ? "ESCAPED: another server has the password" : r.body());
    }
}
