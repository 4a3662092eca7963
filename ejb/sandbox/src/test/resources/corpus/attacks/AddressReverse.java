import io.countersign.script.*;
import java.util.*;

public class AddressReverse implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + java.net.InetAddress.getByName("127.0.0.1").getCanonicalHostName());
    }
}
