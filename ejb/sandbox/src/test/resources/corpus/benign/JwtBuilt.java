import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class JwtBuilt implements Workflow {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static String part(String json) { return URL.encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)); }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String head = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        String claims = part(jakarta.json.Json.createObjectBuilder().add("sub", "1234567890").add("name", "John Doe").add("iat", 1516239022).build().toString());
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(ctx.secrets().require("JWT_KEY").getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((head + "." + claims).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return WorkflowResult.ok("ok", Map.of("jwt", head + "." + claims + "." + URL.encodeToString(mac.doFinal())));
    }
}
