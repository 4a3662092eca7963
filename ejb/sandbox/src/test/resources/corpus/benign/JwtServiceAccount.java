import io.countersign.script.*;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.security.cert.*;
import java.security.cert.Certificate;
import java.util.*;

/** A service account of a cloud: assertion by RS256, with the key in both of the forms in which it is handed out. */
public class JwtServiceAccount implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "soar@project.example");
        claims.put("scope", List.of("a", "b"));
        claims.put("exp", ctx.clock().instant().plusSeconds(600));
        claims.put("admin", true);
        String pkcs8 = Jwt.rs256(ctx.secrets().require("KEY_PKCS8"), Map.of("kid", "k1"), claims);
        String pkcs1 = Jwt.rs256(ctx.secrets().require("KEY_PKCS1"), Map.of("kid", "k1"), claims);
        Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(ctx.secrets().require("CERTIFICATE").getBytes(StandardCharsets.US_ASCII)));
        boolean valid = valid(pkcs8, certificate.getPublicKey(), Signature.getInstance("SHA256withRSA"));
        String head = new String(Base64.getUrlDecoder().decode(pkcs8.substring(0, pkcs8.indexOf('.'))), StandardCharsets.UTF_8);
        HttpResponse r = ctx.http().post("https://oauth.example/token").form(Map.of("assertion", pkcs8)).send();
        return WorkflowResult.ok("HTTP " + r.status(), Map.of("same", pkcs8.equals(pkcs1), "valid", valid, "head", head));
    }

    static boolean valid(String token, PublicKey key, Signature signature) throws GeneralSecurityException {
        int dot = token.lastIndexOf('.');
        signature.initVerify(key);
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }
}
