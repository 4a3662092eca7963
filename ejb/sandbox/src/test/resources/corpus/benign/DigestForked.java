import io.countersign.script.*;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One prefix, hashed once, with several endings. */
public class DigestForked implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        MessageDigest prefix = MessageDigest.getInstance("SHA-256");
        prefix.update("ab".getBytes(StandardCharsets.UTF_8));
        MessageDigest fork = (MessageDigest) prefix.clone();
        prefix.update((byte) 'c');
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("key".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        Mac second = (Mac) mac.clone();
        StringBuilder hex = new StringBuilder();
        HexFormat.of().formatHex(hex, prefix.digest());
        return WorkflowResult.ok(hex.toString(), Map.of(
                "fork", HexFormat.of().formatHex(fork.digest()).startsWith("fb8e20fc"),
                "macs", Arrays.equals(mac.doFinal(new byte[1]), second.doFinal(new byte[1]))));
    }
}
