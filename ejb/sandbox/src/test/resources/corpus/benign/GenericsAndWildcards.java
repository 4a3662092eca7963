import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class GenericsAndWildcards implements Workflow {
    sealed interface Either<L, R> {
        record Left<L, R>(L value) implements Either<L, R> { }
        record Right<L, R>(R value) implements Either<L, R> { }
        default <T> T fold(Function<? super L, ? extends T> l, Function<? super R, ? extends T> r) {
            return this instanceof Left<L, R> x ? l.apply(x.value()) : r.apply(((Right<L, R>) this).value());
        }
    }
    record Pair<A, B>(A a, B b) { static <A, B> Pair<A, B> of(A a, B b) { return new Pair<>(a, b); } <C> Pair<A, C> with(C c) { return of(a, c); } }
    static <T extends Comparable<? super T>> T max(Collection<? extends T> all) { return all.stream().max(Comparator.naturalOrder()).orElseThrow(); }
    static double sum(List<? extends Number> all) { double s = 0; for (Number n : all) { s += n.doubleValue(); } return s; }
    static void swap(List<?> l) { swapThem(l); }
    private static <T> void swapThem(List<T> l) { T t = l.get(0); l.set(0, l.get(1)); l.set(1, t); }
    @SafeVarargs static <T> List<T> concat(List<? extends T>... lists) { return Arrays.stream(lists).<T>flatMap(List::stream).toList(); }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Integer> two = new ArrayList<>(List.of(1, 2));
        swap(two);
        Either<String, Integer> e = new Either.Right<>(3);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("max", max(List.of("a", "c", "b")));
        out.put("sum", sum(List.of(1, 2.5, 3L)));
        out.put("swapped", two);
        out.put("all", concat(List.of(1, 2), List.of(3), List.of(4)));
        Pair<Integer, String> p = Pair.of(1, 2.0).with("a");
        out.put("pair", p.a() + "=" + p.b());
        out.put("either", e.fold(l -> "left " + l, r -> "right " + r));
        return WorkflowResult.ok("ok", out);
    }
}
