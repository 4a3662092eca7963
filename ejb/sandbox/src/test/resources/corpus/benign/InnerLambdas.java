import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
public class InnerLambdas implements Workflow {
    private String wrap(String s) { return "<" + s + ">"; }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
int[] counter = {0}; Runnable r = () -> counter[0]++; for (int i = 0; i < 5; i++) r.run(); Supplier<List<String>> mk = ArrayList::new; List<String> l = mk.get(); l.add("z"); BiFunction<Integer, Integer, Integer> add = Integer::sum; UnaryOperator<String> twice = s -> s + s; Function<String, Integer> len = String::length; Predicate<String> p = String::isEmpty; return WorkflowResult.ok(counter[0] + twice.andThen(len).apply("ab") + "" + add.apply(2, 3) + p.negate().test("x") + Optional.of("v").map(this::wrap).get());
    }
}
