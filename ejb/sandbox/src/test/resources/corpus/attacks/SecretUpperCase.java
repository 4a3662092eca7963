import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a secret in the other case */
@SuppressWarnings("all")
public class SecretUpperCase implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
return WorkflowResult.ok(ctx.secrets().require("KEY").toUpperCase());
    }
}
