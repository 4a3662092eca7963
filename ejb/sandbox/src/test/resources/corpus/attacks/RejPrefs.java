import io.countersign.script.*;
import java.util.*;

public class RejPrefs implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.util.prefs.Preferences.userRoot());
    }
}
