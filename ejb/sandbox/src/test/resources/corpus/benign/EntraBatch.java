import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class EntraBatch implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String token = ctx.http().post("https://login.example/" + ctx.secrets().require("TENANT") + "/oauth2/v2.0/token").form(new LinkedHashMap<>(Map.of("grant_type", "client_credentials", "scope", "https://graph.example/.default"))).send().json().asJsonObject().getString("access_token");
        jakarta.json.JsonArrayBuilder requests = jakarta.json.Json.createArrayBuilder();
        int id = 0;
        for (String user : List.of("a@example.com", "b@example.com")) {
            requests.add(jakarta.json.Json.createObjectBuilder().add("id", String.valueOf(++id)).add("method", "POST").add("url", "/users/" + java.net.URLEncoder.encode(user, java.nio.charset.StandardCharsets.UTF_8) + "/revokeSignInSessions"));
        }
        var answers = ctx.http().post("https://graph.example/v1.0/$batch").header("Authorization", "Bearer " + token).json(jakarta.json.Json.createObjectBuilder().add("requests", requests).build()).send().json().asJsonObject().getJsonArray("responses");
        Map<String, Object> out = new TreeMap<>();
        for (jakarta.json.JsonValue v : answers) {
            jakarta.json.JsonObject o = v.asJsonObject();
            out.put(o.getString("id"), o.getInt("status") / 100 == 2 ? "done" : o.getValue("/body/error/code") instanceof jakarta.json.JsonString s ? s.getString() : "?");
        }
        return WorkflowResult.ok("ok", out);
    }
}
