import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a secret as HTML entities */
@SuppressWarnings("all")
public class SecretEntities implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
StringBuilder s = new StringBuilder();
for (char c : ctx.secrets().require("KEY").toCharArray()) s.append("&#").append((int) c).append(';');
return WorkflowResult.ok(s.toString());
    }
}
