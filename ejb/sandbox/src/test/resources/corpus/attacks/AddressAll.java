import io.countersign.script.*;
import java.util.*;

public class AddressAll implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + java.net.InetAddress.getAllByName("localhost").length);
    }
}
