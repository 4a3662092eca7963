import io.countersign.script.*;
import java.util.*;

public class MemToList implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.util.stream.IntStream.range(0, 2_000_000_000).boxed().toList().size());
    }
}
