import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a number with zeros, a sign and groups in a log field */
@SuppressWarnings("all")
public class SecretPadded implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
long n = Long.parseLong(ctx.secrets().require("PIN"));
ctx.log().info("n", Map.of("n", String.format("%+020d", n), "m", -n));
return WorkflowResult.ok("");
    }
}
