import io.countersign.script.*;
import java.util.*;

public class TryFinally implements Workflow {
    record Res(List<String> s) implements AutoCloseable { public void close() { s.add("closed"); } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
List<String> steps = new ArrayList<>(); try { steps.add("try"); Integer.parseInt("x"); } catch (NumberFormatException | IllegalStateException e) { steps.add("catch"); } finally { steps.add("finally"); }
try (Res r = new Res(steps)) { steps.add("in"); } return WorkflowResult.ok(String.join(",", steps));
    }
}
