import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemStringJoiner implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        StringJoiner j = new StringJoiner("x".repeat(1_000_000));
        for (int i = 0; i < 100_000; i++) { j.add(""); }
        return WorkflowResult.ok("ESCAPED " + j.length() + j.toString().length());
    }
}
