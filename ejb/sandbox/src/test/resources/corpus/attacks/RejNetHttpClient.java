import io.countersign.script.*;
import java.util.*;

public class RejNetHttpClient implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.net.http.HttpClient.newHttpClient());
    }
}
