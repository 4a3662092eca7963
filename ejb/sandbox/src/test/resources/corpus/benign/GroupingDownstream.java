import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class GroupingDownstream implements Workflow {
    record Hit(String host, int score) { }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Hit> hits = List.of(new Hit("a", 1), new Hit("b", 2), new Hit("a", 3));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("count", hits.stream().collect(Collectors.groupingBy(Hit::host, TreeMap::new, Collectors.counting())));
        out.put("max", hits.stream().collect(Collectors.groupingBy(Hit::host, Collectors.collectingAndThen(Collectors.maxBy(Comparator.comparingInt(Hit::score)), o -> o.map(Hit::score).orElse(0)))));
        out.put("set", hits.stream().collect(Collectors.groupingBy(Hit::host, Collectors.mapping(Hit::score, Collectors.toCollection(TreeSet::new)))));
        out.put("reduced", hits.stream().map(Hit::score).reduce(0, Integer::sum));
        out.put("filtered", hits.stream().collect(Collectors.groupingBy(Hit::host, Collectors.filtering(h -> h.score() > 2, Collectors.counting()))));
        out.put("summed", hits.stream().collect(Collectors.groupingBy(Hit::host, Collectors.summingInt(Hit::score))));
        out.put("stat", hits.stream().collect(Collectors.summarizingDouble(Hit::score)).getAverage());
        return WorkflowResult.ok("ok", out);
    }
}
