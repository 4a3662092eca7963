import io.countersign.script.*;
import java.util.*;

public class Json implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        Map<String, Map<String, Object>> hosts = new LinkedHashMap<>();
        for (Object item : (List<?>) ctx.parameters().get("alerts")) {
            Map<?, ?> alert = (Map<?, ?>) item;
            Map<?, ?> source = (Map<?, ?>) alert.get("source");
            int severity = ((Number) alert.get("severity")).intValue();
            if (severity < 3 || Boolean.TRUE.equals(alert.get("closed"))) {
                continue;
            }
            Map<String, Object> host = hosts.computeIfAbsent((String) source.get("host"), h -> new LinkedHashMap<>());
            host.put("count", (int) host.getOrDefault("count", 0) + 1);
            host.put("score", (int) host.getOrDefault("score", 0) + weight(severity, (List<?>) alert.get("tags")));
            host.put("last", source.get("ip"));
        }
        int worst = 0;
        String name = "";
        for (Map.Entry<String, Map<String, Object>> e : hosts.entrySet()) {
            int score = (int) e.getValue().get("score");
            if (score > worst) {
                worst = score;
                name = e.getKey() + "/" + e.getValue().get("last") + "/" + e.getValue().get("count");
            }
        }
        return WorkflowResult.ok(hosts.size() + ":" + name + ":" + worst);
    }

    private int weight(int severity, List<?> tags) {
        int weight = severity * severity;
        for (Object tag : tags) {
            String t = (String) tag;
            if (t.startsWith("ransom")) {
                weight += 50;
            } else if (t.equals("lateral")) {
                weight += 20;
            } else if (t.contains("test")) {
                weight -= 5;
            }
        }
        return weight;
    }
}
