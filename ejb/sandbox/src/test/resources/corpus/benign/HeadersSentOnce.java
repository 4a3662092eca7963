import io.countersign.script.*;
import java.util.Map;

/** A merge patch, a form after a JSON body, and a login whose cookie comes with a redirect that is followed. */
public class HeadersSentOnce implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        HttpResponse patched = ctx.http().patch("https://api.vendor.example/devices/7")
                .json(Map.of("isolated", true))
                .header("content-type", "application/merge-patch+json")
                .bearer("first")
                .basic("svc", "pass")
                .send();
        HttpResponse page = ctx.http().get("https://api.vendor.example/session").send();
        HttpResponse moved = ctx.http().get("https://api.vendor.example/session").followRedirects(false).send();
        return WorkflowResult.ok(patched.status() + " " + page.url() + " " + page.cookie("SID").orElse("none") + " "
                + moved.status() + " " + moved.url());
    }
}
