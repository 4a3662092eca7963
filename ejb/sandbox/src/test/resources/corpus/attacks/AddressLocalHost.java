import io.countersign.script.*;
import java.util.*;

public class AddressLocalHost implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + java.net.InetAddress.getLocalHost());
    }
}
