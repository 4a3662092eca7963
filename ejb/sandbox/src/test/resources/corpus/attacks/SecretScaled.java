import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a number with a thousand times its value in the log */
@SuppressWarnings("all")
public class SecretScaled implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
BigDecimal n = new BigDecimal(ctx.secrets().require("PIN"));
ctx.log().info("n", Map.of("n", n.scaleByPowerOfTen(3), "m", n.setScale(4)));
return WorkflowResult.ok("");
    }
}
