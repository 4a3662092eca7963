import io.countersign.script.*;
import java.util.*;

public class Generics implements Workflow {
    static final class Box<T> { private final T v; Box(T v) { this.v = v; } <R> Box<R> map(java.util.function.Function<? super T, ? extends R> f) { return new Box<>(f.apply(v)); } T get() { return v; } }
    static <T extends Comparable<T>> T max(Collection<T> c) { Iterator<T> i = c.iterator(); T m = i.next(); while (i.hasNext()) { T x = i.next(); if (x.compareTo(m) > 0) m = x; } return m; }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Box<Integer> b = new Box<>(5); Box<String> c = b.map(i -> "v" + i); return WorkflowResult.ok(c.get() + max(List.of(3, 9, 2)));
    }
}
