import io.countersign.script.*;
import java.util.*;

public class ResultDeep implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Object o = "x"; for (int i = 0; i < 40; i++) o = List.of(o); return WorkflowResult.ok("ESCAPED", Map.of("o", o));
    }
}
