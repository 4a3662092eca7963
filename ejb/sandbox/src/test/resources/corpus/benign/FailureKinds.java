import io.countersign.script.*;
import java.util.*;

/** Tells a firewall that never heard of the request from one that may have acted, and asks only the first one again. */
public class FailureKinds implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        Map<String, Object> kinds = new TreeMap<>();
        for (String host : List.of("gone", "closed", "slow", "selfsigned", "odd")) {
            try {
                ctx.http().post("https://" + host + ".example/block").json(Map.of("ip", ctx.indicator().value())).send();
            } catch (HttpException e) {
                kinds.put(host, e.kind());
            }
        }
        try {
            ctx.http().get("http://169.254.169.254/").send();
        } catch (HttpException e) {
            kinds.put("metadata", e.kind());
        }
        return WorkflowResult.ok("asked", kinds);
    }
}
