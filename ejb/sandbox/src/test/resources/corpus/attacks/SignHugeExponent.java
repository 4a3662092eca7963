import io.countersign.script.*;
import java.util.*;
import java.security.*;
import java.security.spec.*;
import java.math.BigInteger;

public class SignHugeExponent implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        BigInteger n = BigInteger.ONE.shiftLeft(16_383).add(BigInteger.ONE);
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(n, BigInteger.ONE.shiftLeft(1_000_000).add(BigInteger.ONE)));
        Signature s = Signature.getInstance("SHA256withRSA");
        s.initSign(key);
        s.update(new byte[10]);
        return WorkflowResult.ok("ESCAPED: " + s.sign().length);
    }
}
