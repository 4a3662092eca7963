import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Characters that nobody sees are written as escapes. */
@SuppressWarnings("all")
public class EscapedInvisible implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
String mark = "a\u200bb\u00adc\u2028";
return WorkflowResult.ok(mark.replaceAll("[\u200b\u00ad\u2028]", ""));
    }
}
