import io.countersign.script.*;
import java.util.*;

/** An app store: ES256 with a key of either form; a signature has 64 bytes. */
public class JwtKeysOfEllipticCurves implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Object> sizes = new ArrayList<>();
        for (String name : List.of("EC_PKCS8", "EC_SEC1")) {
            String token = Jwt.es256(ctx.secrets().require(name), Map.of("iss", "soc", "n", 1));
            sizes.add(Base64.getUrlDecoder().decode(token.split("\\.")[2]).length);
        }
        String wrong;
        try {
            wrong = Jwt.rs256(ctx.secrets().require("EC_SEC1"), Map.of());
        } catch (IllegalArgumentException e) {
            wrong = e.getMessage();
        }
        return WorkflowResult.ok(wrong, Map.of("sizes", sizes));
    }
}
