import io.countersign.script.*;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.security.cert.*;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.*;
import java.util.*;

/** A client assertion by PS256, checked with the key of the certificate. */
public class JwtPssAssertion implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String token = Jwt.ps256(ctx.secrets().require("KEY"), Map.of("sub", "client"));
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(ctx.secrets().require("CERTIFICATE").getBytes(StandardCharsets.US_ASCII)));
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        RSAPublicKey key = (RSAPublicKey) certificate.getPublicKey();
        PublicKey again = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        return WorkflowResult.ok("Signed", Map.of("valid", valid(token, again, pss), "bits", key.getModulus().bitLength(), "serial", certificate.getSerialNumber(), "name", certificate.getSubjectX500Principal().getName()));
    }

    static boolean valid(String token, PublicKey key, Signature signature) throws GeneralSecurityException {
        int dot = token.lastIndexOf('.');
        signature.initVerify(key);
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }
}
