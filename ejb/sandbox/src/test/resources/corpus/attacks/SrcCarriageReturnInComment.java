import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a comment that ends where many editors show no line end */
@SuppressWarnings("all")
public class SrcCarriageReturnInComment implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
// nothing here if (true) return WorkflowResult.ok("ESCAPED: code in a comment");
return WorkflowResult.ok("");
    }
}
