import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class RegexDeepReplaceRef implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        BiFunction<String, String, String[]> split = String::split;
        return WorkflowResult.ok("" + split.apply("a", "(".repeat(30_000) + "a" + ")".repeat(30_000)).length);
    }
}
