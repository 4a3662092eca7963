import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a comment that seems to end */
@SuppressWarnings("all")
public class SrcLineSeparatorInComment implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
// checked  if (true) return WorkflowResult.fail("");
return WorkflowResult.ok("ESCAPED: the line above looks like code");
    }
}
