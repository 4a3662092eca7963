import io.countersign.script.*;
import java.util.*;
import java.util.stream.*;
public class StreamsMany implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
List<Integer> n = IntStream.rangeClosed(1, 20).boxed().collect(Collectors.toList()); Map<Boolean, Long> parts = n.stream().collect(Collectors.partitioningBy(i -> i % 2 == 0, Collectors.counting())); String s = Stream.of("b", "a", "c").sorted().collect(Collectors.joining(",", "[", "]")); int red = n.stream().reduce(0, Integer::sum); List<String> flat = Stream.of(List.of("x"), List.of("y", "z")).flatMap(List::stream).map(String::toUpperCase).toList(); String[] arr = flat.toArray(String[]::new); Map<Integer, List<String>> by = flat.stream().collect(Collectors.groupingBy(String::length)); double avg = n.stream().mapToInt(Integer::intValue).average().orElse(0); return WorkflowResult.ok(s + red + arr.length + by.size() + avg + Stream.iterate(1, i -> i * 2).limit(5).toList() + IntStream.range(0, 3).mapToObj(i -> "i" + i).collect(Collectors.toCollection(ArrayDeque::new)).peekLast());
    }
}
