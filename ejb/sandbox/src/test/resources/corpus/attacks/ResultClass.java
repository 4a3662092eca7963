import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultClass implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED", Map.of("c", String.class));
    }
}
