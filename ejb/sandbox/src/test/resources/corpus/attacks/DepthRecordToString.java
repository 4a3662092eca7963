import io.countersign.script.*;
import java.util.*;

public class DepthRecordToString implements Workflow {
    record P(Object[] a) { }
    static String deep(Object o) { return deep(List.of(o)); }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
P p = new P(new Object[1]); p.a()[0] = List.of(p, Arrays.asList(p.a())); return WorkflowResult.ok("ESCAPED: " + p.hashCode() + deep(p));
    }
}
