import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class GenericCache implements Workflow {
    static final class Lru<K extends Comparable<K>, V> implements Iterable<Map.Entry<K, V>> {
        private final int most;
        private final LinkedHashMap<K, V> map = new LinkedHashMap<>(16, 0.75f, true);
        int hits;
        int misses;
        Lru(int most) { this.most = most; }
        V get(K key, Function<? super K, ? extends V> load) {
            V known = map.get(key);
            if (known != null) { hits++; return known; }
            misses++;
            V made = load.apply(key);
            map.put(key, made);
            if (map.size() > most) {
                Iterator<K> it = map.keySet().iterator();
                it.next();
                it.remove();
            }
            return made;
        }
        @Override public Iterator<Map.Entry<K, V>> iterator() { return map.entrySet().iterator(); }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Lru<String, Integer> cache = new Lru<>(2);
        cache.get("a", String::length);
        cache.get("b", String::length);
        cache.get("c", String::length);
        cache.get("b", k -> { throw new IllegalStateException(k); });
        List<String> keys = new ArrayList<>();
        for (Map.Entry<String, Integer> e : cache) { keys.add(e.getKey()); }
        Collections.sort(keys);
        return WorkflowResult.ok("ok", Map.of("keys", keys, "hits", cache.hits, "misses", cache.misses));
    }
}
