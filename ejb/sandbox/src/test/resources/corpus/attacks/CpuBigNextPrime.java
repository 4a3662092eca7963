import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuBigNextPrime implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + java.math.BigInteger.ONE.shiftLeft(100_000).nextProbablePrime().bitLength());
    }
}
