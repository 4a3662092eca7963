import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HttpOwnFormMap implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<String, String> m = new TreeMap<>((a, b) -> { while (true) { } });
        try { m.put("a", "b"); ctx.http().post("https://a.example/").form(m).send(); } finally { return WorkflowResult.ok("ESCAPED"); }
    }
}
