import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class DepthOnClosePlain implements Workflow {
private int down(int n) { return down(n + 1) + 1; }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        try {
            Stream.of(1).onClose(() -> { throw new IllegalStateException("first"); }).onClose(() -> down(0)).close();
        } catch (IllegalStateException e) {
            return WorkflowResult.ok("ESCAPED " + e.getSuppressed().length);
        }
        return WorkflowResult.ok("ESCAPED");
    }
}
