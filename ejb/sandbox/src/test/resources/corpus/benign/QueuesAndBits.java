import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class QueuesAndBits implements Workflow {
    record Job(int prio, String name) implements Comparable<Job> {
        @Override public int compareTo(Job o) { return Integer.compare(prio, o.prio); }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        PriorityQueue<Job> q = new PriorityQueue<>(Comparator.comparing(Job::prio).thenComparing(Job::name, Comparator.reverseOrder()));
        q.addAll(List.of(new Job(9, "p9"), new Job(1, "p1"), new Job(2, "p2")));
        List<String> order = new ArrayList<>();
        while (!q.isEmpty()) { order.add(q.poll().name()); }
        Deque<String> stack = new ArrayDeque<>();
        for (String x : "a,b,c".split(",")) { stack.push(x); }
        StringBuilder b = new StringBuilder();
        stack.iterator().forEachRemaining(b::append);
        BitSet bits = new BitSet();
        bits.set(1); bits.set(3); bits.set(5); bits.clear(9);
        List<String> list = new ArrayList<>(List.of("a", "b", "c"));
        ListIterator<String> it = list.listIterator();
        it.next(); it.set("x"); it.next(); it.set("B");
        while (it.hasPrevious()) { it.previous(); }
        return WorkflowResult.ok("ok", Map.of("order", order, "stack", b.toString(), "bits", bits.stream().boxed().toList(), "card", bits.cardinality(), "list", list));
    }
}
