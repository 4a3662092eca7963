import io.countersign.script.*;
import java.util.*;

public class BombLambda implements Workflow {
    static <T> T g(java.util.concurrent.Callable<T> c) { return null; }
    static <T> T g(java.util.function.Supplier<T> c) { return c.get(); }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("" + g(() -> g(() -> g(() -> g(() -> g(() -> g(() -> g(() -> g(() -> g(() -> g(() -> g(() -> g(() -> g(() -> g(() -> 1)))))))))))))));
    }
}
