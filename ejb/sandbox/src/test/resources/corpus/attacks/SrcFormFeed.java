import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: code pushed to another page */
@SuppressWarnings("all")
public class SrcFormFeed implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
return WorkflowResult.ok("ESCAPED: a form feed");
    }
}
