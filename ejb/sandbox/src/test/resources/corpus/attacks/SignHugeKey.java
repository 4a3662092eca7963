import io.countersign.script.*;
import java.util.*;
import java.security.*;
import java.security.spec.*;
import java.math.BigInteger;

public class SignHugeKey implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        BigInteger n = BigInteger.ONE.shiftLeft(100_000).add(BigInteger.ONE);
        PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, BigInteger.valueOf(3)));
        Signature s = Signature.getInstance("SHA256withRSA");
        s.initVerify(key);
        return WorkflowResult.ok("ESCAPED: " + s.verify(new byte[100]));
    }
}
