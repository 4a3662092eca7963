import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemBigShiftRef implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        BiFunction<java.math.BigInteger, Integer, java.math.BigInteger> f = java.math.BigInteger::shiftLeft;
        return WorkflowResult.ok("ESCAPED " + f.apply(java.math.BigInteger.ONE, Integer.MAX_VALUE - 64).bitLength());
    }
}
