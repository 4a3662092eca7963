import io.countersign.script.*;
import java.util.*;

/** The pair of the JDK: an entry without a map. */
public class EntriesAsPairs implements Workflow {
    private static AbstractMap.SimpleImmutableEntry<String, Integer> parse(String hit) {
        int at = hit.lastIndexOf(':');
        return new AbstractMap.SimpleImmutableEntry<>(hit.substring(0, at), Integer.valueOf(hit.substring(at + 1)));
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        List<Map.Entry<String, Integer>> hits = new ArrayList<>();
        for (String hit : List.of("ssh:3", "rdp:9", "ssh:4")) hits.add(parse(hit));
        hits.add(new AbstractMap.SimpleEntry<>("smb", 1));
        hits.get(3).setValue(2);
        AbstractMap<String, Integer> sums = new TreeMap<>();
        for (Map.Entry<String, Integer> e : hits) sums.merge(e.getKey(), e.getValue(), Integer::sum);
        return WorkflowResult.ok(sums.toString(), Map.of("first", hits.get(0).toString()));
    }
}
