import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuNCopiesHash implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Integer> big = Collections.nCopies(Integer.MAX_VALUE, 1);
        Set<Integer> seen = new HashSet<>();
        // each of these hashes 2,147,483,647 times the same number, which takes no memory at all
        for (int i = 0; i < 100; i++) { if (seen.addAll(big)) { seen.remove(1); } }
        return WorkflowResult.ok("ESCAPED");
    }
}
