import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class LambdasAndCaptures implements Workflow {
    interface Tri<A, B, C, R> { R apply(A a, B b, C c); default Function<C, R> with(A a, B b) { return c -> apply(a, b, c); } }
    private final Map<Integer, Long> memo = new HashMap<>();
    private long fib(int n) { if (n < 2) { return n; } Long known = memo.get(n); if (known != null) { return known; } long made = fib(n - 1) + fib(n - 2); memo.put(n, made); return made; }
    record Named(String n, int i) { @Override public String toString() { return n + i; } }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<String, Object> out = new LinkedHashMap<>();
        Function<Integer, Function<Integer, Function<Integer, Integer>>> curried = a -> b -> c -> a + b + c;
        out.put("curried", curried.apply(1).apply(2).apply(3));
        UnaryOperator<Integer>[] self = new UnaryOperator[1];
        self[0] = n -> n <= 1 ? 1 : n * self[0].apply(n - 1);
        out.put("fact", self[0].apply(5));
        out.put("memo", fib(10));
        Function<String, String> f = String::toUpperCase;
        out.put("composed", f.andThen(s -> "[" + s + "]").compose((Object o) -> o.toString()).apply("a"));
        int[] n = {0};
        Supplier<Integer> next = () -> n[0]++;
        out.put("supplied", Stream.generate(next).limit(3).toList());
        String text = "abc";
        IntFunction<String> at = i -> text.substring(i, i + 1);
        out.put("ref", at.apply(1));
        BiFunction<String, Integer, Named> make = Named::new;
        out.put("ctor", make.apply("x", 3).toString());
        Tri<Integer, Integer, Integer, Integer> mul = (a, b, c) -> a * b * c;
        out.put("bi", mul.with(2, 3).apply(2));
        return WorkflowResult.ok("ok", out);
    }
}
