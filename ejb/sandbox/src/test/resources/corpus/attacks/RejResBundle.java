import io.countersign.script.*;
import java.util.*;

public class RejResBundle implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + ResourceBundle.getBundle("x"));
    }
}
