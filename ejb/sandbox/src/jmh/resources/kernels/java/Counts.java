import io.countersign.script.*;
import java.util.*;

public class Counts implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        List<?> words = (List<?>) ctx.parameters().get("words");
        Map<String, Integer> counts = new HashMap<>();
        for (int round = 0; round < 5; round++) {
            for (Object word : words) {
                counts.merge((String) word, 1, Integer::sum);
            }
        }
        int most = 0;
        long sum = 0;
        for (Map.Entry<String, Integer> e : counts.entrySet()) {
            most = Math.max(most, e.getValue());
            sum += (long) e.getValue() * e.getKey().length();
        }
        return WorkflowResult.ok(counts.size() + ":" + most + ":" + sum);
    }
}
