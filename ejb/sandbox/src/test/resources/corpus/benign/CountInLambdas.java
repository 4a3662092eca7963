import io.countersign.script.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;

/** Counts per severity with what code of several threads uses. */
public class CountInLambdas implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();
        AtomicInteger seen = new AtomicInteger();
        AtomicReference<String> worst = new AtomicReference<>("");
        Callable<List<?>> source = () -> (List<?>) ctx.parameters().get("alerts");
        source.call().forEach(a -> {
            counts.computeIfAbsent(a.toString(), k -> new LongAdder()).increment();
            seen.incrementAndGet();
            worst.accumulateAndGet(a.toString(), (x, y) -> x.compareTo(y) > 0 ? x : y);
        });
        Map<String, Long> plain = new TreeMap<>();
        counts.forEach((k, v) -> plain.put(k, v.sum()));
        Random fixed = new Random(42);
        int drawn = fixed.nextInt(100);
        return WorkflowResult.ok(worst.get(), Map.of("counts", plain, "seen", seen.get(), "hours", TimeUnit.DAYS.toHours(2), "drawn", drawn));
    }
}
