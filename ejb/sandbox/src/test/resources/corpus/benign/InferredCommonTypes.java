import io.countersign.script.*;
import java.util.*;

/** What var and the conditional operator make of two classes: a type that nobody wrote down. */
public class InferredCommonTypes implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        boolean ordered = ctx.parameters().containsKey("ordered");
        var seen = ordered ? new LinkedList<String>() : new ArrayList<String>();
        seen.add("b");
        seen.addAll(List.of("a", "b"));
        var counts = ordered ? new TreeMap<String, Integer>() : new HashMap<String, Integer>();
        for (String s : seen) counts.merge(s, 1, Integer::sum);
        var distinct = ordered ? new TreeSet<>(seen) : new HashSet<>(seen);
        distinct.remove("b");
        var queue = ordered ? new PriorityQueue<>(seen) : new ArrayDeque<>(seen);
        queue.add("0");
        var number = ordered ? 1 : 2.5;
        var text = ordered ? "text" : new StringBuilder("builder");
        return WorkflowResult.ok(seen.toString(), Map.of("counts", counts, "distinct", distinct, "first", queue.iterator().next(), "number", number, "length", text.length()));
    }
}
