import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CrowdstrikeContain implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        HttpResponse token = ctx.http().post("https://api.crowdstrike.example/oauth2/token").form(Map.of("client_id", ctx.secrets().require("CS_ID"), "client_secret", ctx.secrets().require("CS_SECRET"))).send();
        String bearer = "Bearer " + token.json().asJsonObject().getString("access_token");
        var ids = ctx.http().get("https://api.crowdstrike.example/devices/queries/devices/v1").query("filter", "hostname:'h-17'+local_ip:'10.0.0.1'").header("Authorization", bearer).send().json().asJsonObject().getJsonArray("resources");
        HttpResponse done = ctx.http().post("https://api.crowdstrike.example/devices/entities/devices-actions/v2").query("action_name", "contain").header("Authorization", bearer).json(jakarta.json.Json.createObjectBuilder().add("ids", ids).build()).send();
        List<String> contained = done.json().asJsonObject().getJsonArray("resources").stream().map(jakarta.json.JsonValue::asJsonObject).map(o -> o.getString("id")).sorted().collect(Collectors.toList());
        return WorkflowResult.ok("contained " + contained.size(), Map.of("contained", contained));
    }
}
