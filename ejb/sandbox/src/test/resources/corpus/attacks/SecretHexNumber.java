import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a number in hex */
@SuppressWarnings("all")
public class SecretHexNumber implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
int n = Integer.parseInt(ctx.secrets().require("PIN"));
return WorkflowResult.ok(Integer.toHexString(n) + " " + Integer.toHexString(n).toUpperCase());
    }
}
