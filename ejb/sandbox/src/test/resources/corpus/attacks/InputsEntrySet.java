import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: an entry of the parameters is changed */
@SuppressWarnings("all")
public class InputsEntrySet implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
ctx.parameters().entrySet().iterator().next().setValue("all");
return WorkflowResult.ok("ESCAPED: the parameters read " + ctx.parameters());
    }
}
