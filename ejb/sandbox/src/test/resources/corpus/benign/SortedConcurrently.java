import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;

/** Ranks hosts with sorted maps and cells of references. */
public class SortedConcurrently implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ConcurrentSkipListMap<Integer, String> ranked = new ConcurrentSkipListMap<>();
        AtomicReferenceArray<String> slots = new AtomicReferenceArray<>(2);
        LongAccumulator most = new LongAccumulator(Math::max, 0);
        CopyOnWriteArraySet<String> seen = new CopyOnWriteArraySet<>();
        for (Object o : (List<?>) ctx.parameters().get("hosts")) {
            if (seen.add(o.toString())) {
                ranked.put(o.toString().length(), o.toString());
                most.accumulate(o.toString().length());
            }
        }
        slots.set(0, ranked.firstEntry().getValue());
        slots.compareAndSet(1, null, ranked.lastEntry().getValue());
        return WorkflowResult.ok(slots.get(0) + " " + slots.get(1), Map.of("most", most.get(), "seen", seen.size()));
    }
}
