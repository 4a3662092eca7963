import io.countersign.script.*;
import java.util.*;

public class KillIterate implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.util.stream.IntStream.iterate(0, i -> i).filter(i -> i > 0).findFirst());
    }
}
