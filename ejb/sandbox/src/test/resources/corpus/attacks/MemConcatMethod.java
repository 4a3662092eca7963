import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemConcatMethod implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String s = "x".repeat(1000);
        for (int i = 0; i < 40; i++) { s = s.concat(s); }
        return WorkflowResult.ok("ESCAPED " + s.length());
    }
}
