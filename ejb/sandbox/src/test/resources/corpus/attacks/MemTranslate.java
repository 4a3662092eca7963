import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemTranslate implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String s = "\\t".repeat(10_000_000).translateEscapes().strip().stripIndent();
        return WorkflowResult.ok("ok " + s.length());
    }
}
