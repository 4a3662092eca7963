import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuArraysFill implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        long[] a = new long[4_000_000];
        for (int i = 0; i < 100_000; i++) { Arrays.fill(a, i); Arrays.sort(a); }
        return WorkflowResult.ok("ESCAPED");
    }
}
