import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class TreeNavigation implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        TreeSet<Integer> s = new TreeSet<>(List.of(5, 10, 20, 30));
        TreeMap<Integer, String> m = new TreeMap<>(Map.of(5, "a", 10, "b", 20, "c"));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("floor", s.floor(19));
        out.put("higher", s.higher(10));
        out.put("head", s.headSet(10, true));
        out.put("desc", new ArrayList<>(s.descendingSet()));
        out.put("polled", s.pollFirst());
        Map<String, String> sub = new TreeMap<>();
        m.subMap(6, true, 19, true).forEach((k, v) -> sub.put("" + k, v));
        out.put("sub", sub);
        out.put("ceil", m.ceilingEntry(11).getValue());
        NavigableMap<Integer, String> back = m.descendingMap();
        out.put("ceil", back.firstEntry().getValue());
        return WorkflowResult.ok("ok", out);
    }
}
