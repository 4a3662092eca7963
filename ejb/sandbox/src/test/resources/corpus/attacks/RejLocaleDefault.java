import io.countersign.script.*;
import java.util.*;

public class RejLocaleDefault implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Locale.setDefault(Locale.FRANCE); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
