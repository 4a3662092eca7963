import io.countersign.script.*;
import java.util.*;

public class DepthLambda implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.util.function.Function<Object, Object>[] h = new java.util.function.Function[1]; h[0] = x -> h[0].apply(x); return WorkflowResult.ok("ESCAPED: " + h[0].apply(1));
    }
}
