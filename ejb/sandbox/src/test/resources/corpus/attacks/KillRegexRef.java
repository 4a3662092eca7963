import io.countersign.script.*;
import java.util.*;

public class KillRegexRef implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.util.function.Predicate<String> p = java.util.regex.Pattern.compile("((x+)x+)+y\\2").asPredicate(); return WorkflowResult.ok("ESCAPED: " + p.test("x".repeat(80)));
    }
}
