import io.countersign.script.*;
import java.util.*;
import java.security.*;
import java.security.spec.*;
import java.math.BigInteger;

public class SignHugeSalt implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Signature s = Signature.getInstance("RSASSA-PSS");
        s.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, Integer.MAX_VALUE, 1));
        return WorkflowResult.ok("ran " + s.getAlgorithm());
    }
}
