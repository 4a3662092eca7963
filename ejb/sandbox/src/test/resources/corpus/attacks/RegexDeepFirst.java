import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class RegexDeepFirst implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("a".replaceFirst("(".repeat(20_000) + "a" + ")".repeat(20_000), "b").replaceAll("(".repeat(20_000) + "b" + ")".repeat(20_000), "c"));
    }
}
