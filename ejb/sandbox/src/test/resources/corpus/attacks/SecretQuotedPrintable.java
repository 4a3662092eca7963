import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a secret in quoted-printable */
@SuppressWarnings("all")
public class SecretQuotedPrintable implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
StringBuilder s = new StringBuilder();
for (byte b : ctx.secrets().require("KEY").getBytes(java.nio.charset.StandardCharsets.UTF_8)) s.append(String.format("=%02X", b));
return WorkflowResult.ok(s.toString());
    }
}
