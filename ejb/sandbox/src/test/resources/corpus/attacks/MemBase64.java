import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemBase64 implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        byte[] b = new byte[1000];
        for (int i = 0; i < 100; i++) { b = Base64.getEncoder().encode(b); }
        return WorkflowResult.ok("ESCAPED " + b.length);
    }
}
