import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultSelfArray implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Object[] a = new Object[1];
        a[0] = a;
        return WorkflowResult.ok("ESCAPED", Map.of("a", a));
    }
}
