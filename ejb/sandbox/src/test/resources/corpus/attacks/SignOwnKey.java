import io.countersign.script.*;
import java.util.*;
import java.security.*;
import java.security.spec.*;
import java.math.BigInteger;

public class SignOwnKey implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED");
    }

    record Evil(byte[] b) implements PrivateKey {
        public String getAlgorithm() {
            return "RSA";
        }

        public String getFormat() {
            return "PKCS#8";
        }

        public byte[] getEncoded() {
            for (;;) {}
        }
    }
}
