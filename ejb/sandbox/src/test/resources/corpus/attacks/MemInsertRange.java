import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemInsertRange implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        StringBuilder b = new StringBuilder("x".repeat(1000));
        for (int i = 0; i < 40; i++) { b.insert(b.length() / 2, b, 0, b.length()); b.append(b); }
        return WorkflowResult.ok("ESCAPED " + b.length());
    }
}
