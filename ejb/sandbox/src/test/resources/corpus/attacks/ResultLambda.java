import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultLambda implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Runnable r = () -> { };
        return WorkflowResult.ok("ESCAPED", Map.of("r", r));
    }
}
