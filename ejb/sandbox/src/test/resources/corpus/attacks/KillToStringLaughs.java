import io.countersign.script.*;
import java.util.*;

public class KillToStringLaughs implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
List<Object> x = new ArrayList<>(); x.add("a"); for (int i = 0; i < 60; i++) { x = new ArrayList<>(List.of(x, x)); } return WorkflowResult.ok("ESCAPED: " + x);
    }
}
