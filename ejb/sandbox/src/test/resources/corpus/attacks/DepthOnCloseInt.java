import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class DepthOnCloseInt implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Object> l = new ArrayList<>();
        List<Object> m = new ArrayList<>();
        l.add(m);
        m.add(l);
        try {
            IntStream.range(0, 1).onClose(() -> { throw new IllegalStateException("first"); }).onClose(() -> l.hashCode()).close();
        } catch (IllegalStateException e) {
            return WorkflowResult.ok("ESCAPED " + e.getSuppressed().length);
        }
        return WorkflowResult.ok("ESCAPED");
    }
}
