import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class PollUntilDone implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        int tries = 0;
        for (java.time.Duration wait = java.time.Duration.ofMillis(1); tries < 10; wait = wait.multipliedBy(2)) {
            tries++;
            HttpResponse r = ctx.http().get("https://scan.example/jobs/1").send();
            if (r.status() == 200) {
                return WorkflowResult.ok("done", Map.of("tries", tries, "score", r.json().asJsonObject().getJsonNumber("score").doubleValue()));
            }
            java.time.Duration asked = r.header("retry-after").map(Long::parseLong).map(java.time.Duration::ofSeconds).filter(d -> !d.isZero()).orElse(wait);
            ctx.pause(asked.compareTo(java.time.Duration.ofSeconds(5)) > 0 ? java.time.Duration.ofSeconds(5) : asked);
        }
        return WorkflowResult.fail("gave up after " + tries);
    }
}
