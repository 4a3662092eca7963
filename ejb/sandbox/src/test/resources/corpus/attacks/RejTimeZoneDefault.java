import io.countersign.script.*;
import java.util.*;

public class RejTimeZoneDefault implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
TimeZone.setDefault(null); return WorkflowResult.ok("ESCAPED: " + 1);
    }
}
