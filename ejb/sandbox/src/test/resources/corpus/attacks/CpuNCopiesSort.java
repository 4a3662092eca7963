import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuNCopiesSort implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Integer> big = Collections.nCopies(Integer.MAX_VALUE, 1);
        return WorkflowResult.ok("ESCAPED " + big.stream().sorted().count() + big.stream().distinct().count() + big.hashCode());
    }
}
