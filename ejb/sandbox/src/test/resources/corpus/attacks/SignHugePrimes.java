import io.countersign.script.*;
import java.util.*;
import java.security.*;
import java.security.spec.*;
import java.math.BigInteger;

public class SignHugePrimes implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        BigInteger n = BigInteger.ONE.shiftLeft(2_047).add(BigInteger.ONE);
        BigInteger p = BigInteger.ONE.shiftLeft(1_000_000).subtract(BigInteger.ONE);
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateCrtKeySpec(n, BigInteger.valueOf(65_537), n.subtract(BigInteger.TWO), p, p, p.subtract(BigInteger.TWO), p.subtract(BigInteger.TWO), p));
        Signature s = Signature.getInstance("SHA256withRSA");
        s.initSign(key);
        s.update(new byte[10]);
        return WorkflowResult.ok("ESCAPED: " + s.sign().length);
    }
}
