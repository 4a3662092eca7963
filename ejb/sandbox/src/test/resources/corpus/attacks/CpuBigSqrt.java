import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuBigSqrt implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        java.math.BigInteger n = java.math.BigInteger.ONE.shiftLeft(3_900_000);
        for (int i = 0; i < 10_000; i++) { n.sqrt(); }
        return WorkflowResult.ok("ESCAPED");
    }
}
