import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResourcesClosed implements Workflow {
    static final class Res implements AutoCloseable {
        private final String n;
        private final List<String> log;
        Res(String n, List<String> log) { this.n = n; this.log = log; log.add("open " + n); }
        @Override public void close() { log.add("close " + n); if (n.equals("b")) { throw new IllegalStateException("close b"); } }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<String> log = new ArrayList<>();
        try (Res a = new Res("a", log); Res b = new Res("b", log)) {
            log.add("work");
            throw new IllegalArgumentException("work");
        } catch (IllegalArgumentException e) {
            log.add("failed: " + e.getMessage() + " " + Arrays.stream(e.getSuppressed()).map(Throwable::getMessage).toList());
        }
        return WorkflowResult.ok("ok", Map.of("order", log));
    }
}
