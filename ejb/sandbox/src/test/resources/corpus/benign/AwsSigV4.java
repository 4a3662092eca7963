import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class AwsSigV4 implements Workflow {
    static byte[] hmac(byte[] key, String text) throws Exception {
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
        String date = "20150830T123600Z";
        String scope = "20150830/us-east-1/iam/aws4_request";
        String headers = "content-type:application/x-www-form-urlencoded; charset=utf-8\nhost:iam.amazonaws.com\nx-amz-date:" + date + "\n";
        String canonical = String.join("\n", "GET", "/", "Action=ListUsers&Version=2010-05-08", headers, "content-type;host;x-amz-date", sha256(""));
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", date, scope, sha256(canonical));
        byte[] key = ("AWS4" + secret).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        String signature = HexFormat.of().formatHex(hmac(key, toSign));
        HttpResponse r = ctx.http().get("https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08")
                .header("X-Amz-Date", date)
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/%s, SignedHeaders=content-type;host;x-amz-date, Signature=%s".formatted(scope, signature))
                .send();
        return WorkflowResult.ok("signed", Map.of("signature", signature, "status", r.status()));
    }
}
