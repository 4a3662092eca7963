import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CollectorsOfAllKinds implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Integer> n = List.of(1, 2, 3, 4);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("avg", n.stream().collect(Collectors.averagingInt(Integer::intValue)));
        Map<String, Object> parts = new TreeMap<>();
        n.stream().collect(Collectors.partitioningBy(i -> i % 2 == 0)).forEach((k, v) -> parts.put(k.toString(), v));
        out.put("parts", parts);
        out.put("minmax", n.stream().collect(Collectors.teeing(Collectors.minBy(Comparator.<Integer>naturalOrder()), Collectors.maxBy(Comparator.<Integer>naturalOrder()), (a, b) -> List.of(a.get(), b.get()))));
        out.put("flat", Stream.of(1, 2).flatMap(i -> Stream.of(i, i)).toList());
        out.put("joined", n.stream().map(String::valueOf).collect(Collectors.joining("|", "[", "]")));
        out.put("taken", n.stream().takeWhile(i -> i < 3).toList());
        out.put("dropped", n.stream().dropWhile(i -> i < 3).collect(Collectors.toCollection(LinkedList::new)));
        out.put("sum", n.stream().mapToInt(i -> i).summaryStatistics().getSum());
        out.put("map", n.stream().limit(2).collect(Collectors.toMap(String::valueOf, i -> i == 1 ? "a" : "b", (a, b) -> a, TreeMap::new)));
        out.put("multi", n.stream().<Integer>mapMulti((i, sink) -> { if (i % 2 == 1) { sink.accept(i); sink.accept(i * 10); } }).toList());
        return WorkflowResult.ok("ok", out);
    }
}
