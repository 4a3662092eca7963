import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a number in engineering notation */
@SuppressWarnings("all")
public class SecretEngineering implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
return WorkflowResult.ok(new BigDecimal(ctx.secrets().require("PIN") + "E5").toEngineeringString());
    }
}
