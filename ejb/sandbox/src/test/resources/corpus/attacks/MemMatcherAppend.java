import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemMatcherAppend implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String s = "ab";
        for (int i = 0; i < 64; i++) { s = s.replaceAll("(.+)", "$1$1"); }
        return WorkflowResult.ok("ESCAPED " + s.length());
    }
}
