import io.countersign.script.*;
import java.util.*;
import java.security.*;
import java.security.spec.*;
import java.math.BigInteger;

public class RandomPrime implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + new BigInteger(100_000, 1_000, new Random()));
    }
}
