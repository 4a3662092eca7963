import io.countersign.script.*;
import java.util.*;
import java.security.*;
import java.security.spec.*;
import java.math.BigInteger;

public class SignDeepKey implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        byte[] der = new byte[400_000];
        for (int i = 0; i + 3 < der.length; i += 4) {
            der[i] = 0x30;
            der[i + 1] = (byte) 0x82;
            der[i + 2] = 0x7f;
        }
        return WorkflowResult.ok("ESCAPED: " + KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
    }
}
