import io.countersign.script.*;
import java.util.*;

public class BombGeneric implements Workflow {
    static <A, B, C extends Comparable<? super C>> java.util.function.Function<A, B> f(java.util.function.Function<A, B> g, C c) { return g; }
    static <A, B> java.util.function.Function<A, B> f(java.util.function.Supplier<A> g, B c) { return null; }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(x -> x, 1), 2), 3), 4), 5), 6), 7), 8), 9), 10), 11), 12), 13), 14), 15), 16), 17), 18), 19), 20); return WorkflowResult.ok("ok");
    }
}
