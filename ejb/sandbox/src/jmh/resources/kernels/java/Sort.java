import io.countersign.script.*;
import java.util.*;

public class Sort implements Workflow {
    record Finding(String host, int score) {}

    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        List<Finding> all = new ArrayList<>();
        int x = 17;
        for (int i = 0; i < 2000; i++) {
            x = (x * 31 + i) % 65521;
            all.add(new Finding("host-" + x % 400, x % 50));
        }
        all.sort((a, b) -> a.score() != b.score() ? b.score() - a.score() : a.host().compareTo(b.host()));
        return WorkflowResult.ok(all.get(0).host() + ":" + all.get(1000).host() + ":" + all.get(1999).score());
    }
}
