import io.countersign.script.*;
import java.util.*;

public class AddressZone implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + java.net.InetAddress.getByName("fe80::1%lo"));
    }
}
