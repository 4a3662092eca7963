import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a number with an exponent in a text */
@SuppressWarnings("all")
public class SecretScientific implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
return WorkflowResult.ok(String.format("%.8e", new BigDecimal(ctx.secrets().require("PIN"))));
    }
}
