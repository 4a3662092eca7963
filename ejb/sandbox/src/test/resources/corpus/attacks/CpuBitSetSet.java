import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuBitSetSet implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        BitSet b = new BitSet(200_000_000);
        for (int i = 0; i < 100_000; i++) { b.set(0, 200_000_000); b.flip(0, 200_000_000); b.cardinality(); }
        return WorkflowResult.ok("ESCAPED");
    }
}
