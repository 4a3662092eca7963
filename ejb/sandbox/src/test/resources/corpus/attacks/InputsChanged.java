import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a parameter is changed, deep inside */
@SuppressWarnings("all")
public class InputsChanged implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
((Map<String, Object>) ((List<Object>) ctx.parameters().get("list")).get(0)).put("scope", "all");
return WorkflowResult.ok("ESCAPED: the parameters read " + ctx.parameters());
    }
}
