import io.countersign.script.*;
import java.util.*;

public class OwnExceptions implements Workflow {
    static class TooSmall extends Exception { final int by; TooSmall(String m, int by, Throwable c) { super(m, c); this.by = by; } }
    static void check(int v) throws TooSmall { if (v < 0) throw new TooSmall("too small", -v, new IllegalArgumentException("neg")); }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { check(-1); return WorkflowResult.ok("no"); } catch (TooSmall e) { return WorkflowResult.ok(e.getMessage() + " " + e.by, Map.of("cause", String.valueOf(e.getCause()), "s", e.toString())); }
    }
}
