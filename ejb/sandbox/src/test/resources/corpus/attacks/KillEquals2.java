import io.countersign.script.*;
import java.util.*;

public class KillEquals2 implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
List<Object> x = new ArrayList<>(), y = new ArrayList<>(); x.add("a"); y.add("a"); for (int i = 0; i < 60; i++) { List<Object> n = new ArrayList<>(List.of(x, x)); List<Object> m = new ArrayList<>(List.of(y, y)); x = n; y = m; } return WorkflowResult.ok("ESCAPED: " + x.equals(y));
    }
}
