import io.countersign.script.*;
import java.util.Map;

/** Fetches a token and a local password, and shows neither. */
public class TokenHidden implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String token = ctx.secrets().hide(ctx.http().post("https://idp.example/token").form(Map.of("grant_type", "client_credentials")).send().json().asJsonObject().getString("access_token"));
        HttpResponse r = ctx.http().get("https://laps.example/" + ctx.indicator().value()).bearer(token).send();
        String password = ctx.secrets().hide(r.json().asJsonObject().getString("password"));
        ctx.log().info("signed in with " + token);
        return WorkflowResult.ok("Password " + password + " was rotated", Map.of("auth", "Bearer " + token));
    }
}
