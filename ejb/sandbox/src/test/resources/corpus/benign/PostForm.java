import io.countersign.script.*;
import java.util.*;

public class PostForm implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
HttpResponse r = ctx.http().post("https://id.example/token").header("Accept", "application/json").form(new LinkedHashMap<>(Map.of("a", "b c"))).timeout(java.time.Duration.ofSeconds(5)).retry(2).send(); return WorkflowResult.ok("" + r.status() + r.headers().getOrDefault("x-id", List.of()) + r.header("X-ID").orElse("-") + r.bytes().length);
    }
}
