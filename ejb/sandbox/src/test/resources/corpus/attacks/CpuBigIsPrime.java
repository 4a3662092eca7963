import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuBigIsPrime implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + java.math.BigInteger.ONE.shiftLeft(400_000).add(java.math.BigInteger.ONE).isProbablePrime(100));
    }
}
