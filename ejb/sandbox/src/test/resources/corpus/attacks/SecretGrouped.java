import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a number with commas */
@SuppressWarnings("all")
public class SecretGrouped implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
return WorkflowResult.ok(String.format("%,d", Long.parseLong(ctx.secrets().require("PIN"))));
    }
}
