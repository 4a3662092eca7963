import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class RegexDeepCompileRef implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Function<String, java.util.regex.Pattern> compile = java.util.regex.Pattern::compile;
        return WorkflowResult.ok("" + compile.apply("(a".repeat(20_000) + ")".repeat(20_000)).flags());
    }
}
