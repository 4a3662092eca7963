import io.countersign.script.*;
import java.util.*;

public class RejReflEnumDeclaring implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.time.DayOfWeek.MONDAY.getDeclaringClass().getName());
    }
}
