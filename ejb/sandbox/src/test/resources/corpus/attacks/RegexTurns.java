import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class RegexTurns implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("" + "ab".repeat(200_000).matches("(?:a|b)*"));
    }
}
