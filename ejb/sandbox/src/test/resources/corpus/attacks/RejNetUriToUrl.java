import io.countersign.script.*;
import java.util.*;

public class RejNetUriToUrl implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.net.URI.create("file:///etc/passwd").toURL());
    }
}
