import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a number in octal and binary */
@SuppressWarnings("all")
public class SecretOctalAndBinary implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
int n = Integer.parseInt(ctx.secrets().require("PIN"));
return WorkflowResult.ok(Integer.toOctalString(n) + " " + Integer.toBinaryString(n));
    }
}
