import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a number as a double */
@SuppressWarnings("all")
public class SecretAsDouble implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
return WorkflowResult.ok("n", Map.of("n", Double.parseDouble(ctx.secrets().require("PIN")), "l", List.of(Float.parseFloat(ctx.secrets().require("PIN")))));
    }
}
