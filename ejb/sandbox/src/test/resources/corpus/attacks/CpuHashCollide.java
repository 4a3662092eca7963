import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuHashCollide implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Set<String> s = new HashSet<>();
        for (int i = 0; i < 1 << 22; i++) { StringBuilder b = new StringBuilder(); for (int k = 0; k < 22; k++) { b.append((i >> k & 1) == 0 ? "Aa" : "BB"); } s.add(b.toString()); }
        return WorkflowResult.ok("ESCAPED " + s.size());
    }
}
