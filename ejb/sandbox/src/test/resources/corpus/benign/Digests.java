import io.countersign.script.*;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.*;
public class Digests implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
MessageDigest d = MessageDigest.getInstance("SHA-256"); d.update("a".getBytes(StandardCharsets.UTF_8)); byte[] h = d.digest(); String b = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {1, 2, 3}); return WorkflowResult.ok(HexFormat.of().formatHex(h).substring(0, 8), Map.of("b", b, "len", h.length, "eq", MessageDigest.isEqual(h, h.clone())));
    }
}
