import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultFloatInfinity implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED", Map.of("n", List.of(1f / 0)));
    }
}
