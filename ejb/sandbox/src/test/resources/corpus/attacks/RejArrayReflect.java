import io.countersign.script.*;
import java.util.*;

public class RejArrayReflect implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.lang.reflect.Array.newInstance(int.class, 3));
    }
}
