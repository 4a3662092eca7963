import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class RegexStaticMatches implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("" + java.util.regex.Pattern.matches("(".repeat(20_000) + "a" + ")".repeat(20_000), "a"));
    }
}
