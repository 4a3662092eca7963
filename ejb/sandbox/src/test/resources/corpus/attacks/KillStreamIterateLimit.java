import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillStreamIterateLimit implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + IntStream.iterate(0, i -> i + 1).filter(i -> i == -1).findFirst().isPresent());
    }
}
