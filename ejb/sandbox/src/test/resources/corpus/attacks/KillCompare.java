import io.countersign.script.*;
import java.util.*;

public class KillCompare implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
List<Integer> l = new ArrayList<>(List.of(3, 2, 1)); l.sort((x, y) -> { while (true) { } }); return null;
    }
}
