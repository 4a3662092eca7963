import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ServiceNowTicket implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<String, Object> alert = ctx.alert().orElseThrow();
        String basic = "Basic " + Base64.getEncoder().encodeToString((ctx.secrets().require("SNOW_USER") + ":" + ctx.secrets().require("SNOW_PASSWORD")).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        StringBuilder notes = new StringBuilder();
        if (alert.get("entities") instanceof List<?> list) {
            for (Object o : list) {
                if (o instanceof Map<?, ?> m) {
                    notes.append(m.get("type")).append(' ').append(m.get("name")).append('\n');
                }
            }
        }
        int severity = ((Number) alert.getOrDefault("severity", 1)).intValue();
        HttpResponse r = ctx.http().post("https://acme.service-now.example/api/now/table/incident")
                .header("Authorization", basic)
                .json(Map.of("short_description", "[SOC] " + alert.get("title"), "urgency", severity >= 4 ? "1" : "2", "work_notes", notes.toString()))
                .timeout(java.time.Duration.ofSeconds(20)).retry(2).send();
        if (r.status() != 201) {
            return WorkflowResult.fail("ServiceNow: " + r.status());
        }
        return WorkflowResult.ok(r.json().asJsonObject().getJsonObject("result").getString("number"), Map.of("auth", basic.startsWith("Basic ") ? "Basic " + ctx.secrets().require("SNOW_PASSWORD") : "?"));
    }
}
