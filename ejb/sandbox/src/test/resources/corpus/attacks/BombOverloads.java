import io.countersign.script.*;
import java.util.*;
import java.util.function.*;

public class BombOverloads implements Workflow {
    static int m(Function<Integer, Integer> f) { return f.apply(1); }
    static int m(ToIntFunction<String> f) { return f.applyAsInt(""); }
    static int m(BinaryOperator<Integer> f) { return 1; }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("x" + m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> m(a -> 1)))))))))))))))))));
    }
}
