import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: the bytes of a secret in hex */
@SuppressWarnings("all")
public class SecretHexBytes implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
StringBuilder s = new StringBuilder();
for (byte b : ctx.secrets().require("KEY").getBytes(java.nio.charset.StandardCharsets.UTF_8)) s.append(String.format("%02X", b));
return WorkflowResult.ok(s.toString());
    }
}
