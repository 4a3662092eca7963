import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class RegexDeepMatches implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("" + "a".matches("(?:".repeat(30_000) + "a" + ")*".repeat(30_000)));
    }
}
