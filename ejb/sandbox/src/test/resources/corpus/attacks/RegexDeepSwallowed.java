import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class RegexDeepSwallowed implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        try {
            java.util.regex.Pattern.compile("(".repeat(100_000) + "a" + ")".repeat(100_000));
        } catch (RuntimeException e) {
            return WorkflowResult.ok("ESCAPED: swallowed");
        } finally {
            ctx.log().info("finally");
        }
        return WorkflowResult.ok("ESCAPED: compiled");
    }
}
