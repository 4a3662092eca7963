import io.countersign.script.*;
import java.util.*;
import java.security.*;
import java.security.spec.*;
import java.math.BigInteger;

public class RandomSeedsSystem implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        SecureRandom r = new SecureRandom();
        r.setSeed(new byte[1 << 20]);
        return WorkflowResult.ok("ESCAPED");
    }
}
