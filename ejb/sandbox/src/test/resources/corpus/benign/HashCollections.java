import io.countersign.script.*;
import java.util.*;

public class HashCollections implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Map<String, Integer> m = new HashMap<>(); for (int i = 0; i < 20000; i++) m.merge("k" + i % 100, 1, Integer::sum); Deque<Integer> d = new ArrayDeque<>(List.of(1, 2)); d.push(0); PriorityQueue<Integer> pq = new PriorityQueue<>(Comparator.reverseOrder()); pq.addAll(List.of(3, 8, 5)); LinkedHashMap<String, Integer> lru = new LinkedHashMap<>(16, 0.75f, true); lru.put("a", 1); BitSet bs = new BitSet(); bs.set(5); Iterator<Integer> it = d.iterator(); it.next(); it.remove(); Map<String, List<String>> multi = new TreeMap<>(); multi.computeIfAbsent("x", k -> new ArrayList<>()).add("y"); m.entrySet().removeIf(e -> e.getKey().endsWith("7")); return WorkflowResult.ok(m.size() + "" + d + pq.poll() + lru + bs + multi + UUID.nameUUIDFromBytes(new byte[] {1}).version());
    }
}
