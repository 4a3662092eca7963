import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemAddAllSelf implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Object> l = new ArrayList<>(Collections.nCopies(1000, 1));
        for (int i = 0; i < 40; i++) { l.addAll(l); }
        return WorkflowResult.ok("ESCAPED " + l.size());
    }
}
