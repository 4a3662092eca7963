import io.countersign.script.*;
import java.util.*;

public class OwnComparable implements Workflow {
    record V(String s, int n) implements Comparable<V> { public int compareTo(V o) { return Integer.compare(n, o.n); } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
List<V> l = new ArrayList<>(List.of(new V("b", 2), new V("a", 2), new V("c", 1))); Collections.sort(l); l.sort(Comparator.comparing(V::n).reversed().thenComparing(V::s)); TreeMap<V, String> t = new TreeMap<>(); for (V v : l) t.put(v, v.s()); return WorkflowResult.ok(l.get(0).s() + t.firstKey().s());
    }
}
