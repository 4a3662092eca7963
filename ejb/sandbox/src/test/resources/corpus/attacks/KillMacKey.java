import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillMacKey implements Workflow {
static final class K implements javax.crypto.SecretKey {
    public String getAlgorithm() { return "HmacSHA256"; }
    public String getFormat() { return "RAW"; }
    public byte[] getEncoded() { while (true) { } }
}
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        javax.crypto.Mac m = javax.crypto.Mac.getInstance("HmacSHA256");
        try { m.init(new K()); } catch (java.security.InvalidKeyException e) { return WorkflowResult.ok("ESCAPED"); }
        return WorkflowResult.ok("ESCAPED");
    }
}
