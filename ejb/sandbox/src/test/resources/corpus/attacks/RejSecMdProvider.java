import io.countersign.script.*;
import java.util.*;

public class RejSecMdProvider implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.security.MessageDigest.getInstance("MD5").getProvider());
    }
}
