import io.countersign.script.*;
import java.util.*;

public class RejExtArrayList implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + new ArrayList<String>() { { add("x"); } });
    }
}
