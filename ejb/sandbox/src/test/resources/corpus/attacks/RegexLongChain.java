import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class RegexLongChain implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("" + java.util.regex.Pattern.compile("\\d".repeat(1_000_000)).matcher("1").find());
    }
}
