import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemBigIntegerRadix implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ok" + java.math.BigInteger.ONE.shiftLeft(3_900_000).toString(3).length());
    }
}
