import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuNCopiesHash implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Integer> big = Collections.nCopies(Integer.MAX_VALUE, 1);
        for (int i = 0; i < 100; i++) { if (new ArrayList<>(List.of(big, big)).hashCode() == 7 && big.contains(i)) { return WorkflowResult.ok("ESCAPED"); } if (big.indexOf("x") > 0 || Collections.frequency(big, 2) > 0) { return WorkflowResult.ok("ESCAPED"); } }
        return WorkflowResult.ok("ESCAPED");
    }
}
